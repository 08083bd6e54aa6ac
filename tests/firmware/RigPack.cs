using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What the BMS of the pack on a rig's truck says: a pack in order, until the test changes
/// something.</summary>
public sealed class RigPack
{
    private int _alive;

    public string Code { get; set; } = LaneRig.OldCode;

    /// <summary>Voltage behind the main relays, in steps of 0.1 V.</summary>
    public int BusSideRaw { get; set; }

    /// <summary>The main relays as ST0 tells them: PackSt0.Open or Closed.</summary>
    public uint Positive { get; set; } = PackSt0.Open;

    public uint Negative { get; set; } = PackSt0.Open;

    /// <summary>A main relay is welded, by its BMS.</summary>
    public bool PositiveWelded { get; set; }

    public bool NegativeWelded { get; set; }

    public int InsulationPositiveKohm { get; set; } = 1000;

    public int InsulationNegativeKohm { get; set; } = 1000;

    public int HottestC { get; set; } = 30;

    public int ColdestC { get; set; } = 25;

    /// <summary>Highest alarm level of ST1.</summary>
    public uint AlarmLevel { get; set; }

    public bool Smoke { get; set; }

    public bool Fire { get; set; }

    /// <summary>The interlock loop of the high voltage is open.</summary>
    public bool InterlockAlarm { get; set; }

    /// <summary>Null: the pack does not send it.</summary>
    public int? RunawayReason { get; set; }

    /// <summary>Progress of the authorisation; null: the pack does not ask.</summary>
    public int? Authorisation { get; set; }

    /// <summary>Hottest contact of the connector; null: the vehicle does not send it.</summary>
    public int? ConnectorC { get; set; }

    /// <summary>A measuring wire is broken, said in the fault message.</summary>
    public bool WireFault { get; set; }

    /// <summary>It sends ST3: voltages and insulation.</summary>
    public bool TellsVolts { get; set; } = true;

    /// <summary>It sends ST4: temperatures of cells.</summary>
    public bool TellsHeat { get; set; } = true;

    public void Send(QueueBus bus, long nowMs)
    {
        _alive = (_alive + 1) % 15;
        byte[] relays = new byte[8];
        PackSt0.MainPositive.WriteRaw(relays, Positive);
        PackSt0.MainNegative.WriteRaw(relays, Negative);
        PackSt0.MainPositiveWelded.WriteRaw(relays, PositiveWelded ? 1u : 0);
        PackSt0.MainNegativeWelded.WriteRaw(relays, NegativeWelded ? 1u : 0);
        bus.Deliver(PackSt0.Id, nowMs, relays);
        SendLevels(bus, nowMs);
        bus.Deliver(PackSt2.Id, nowMs, [50, 240, 0x10, 0x27, 0, 0, 0, 0]);
        if (TellsVolts)
        {
            bus.Deliver(PackSt3.Id, nowMs,
            [
                (byte)InsulationPositiveKohm, (byte)(InsulationPositiveKohm >> 8), (byte)InsulationNegativeKohm,
                (byte)(InsulationNegativeKohm >> 8), 0x50, 0x15, (byte)BusSideRaw, (byte)(BusSideRaw >> 8),
            ]);
        }

        if (TellsHeat)
        {
            bus.Deliver(PackSt4.Id, nowMs,
                [(byte)(HottestC + 50), (byte)(ColdestC + 50), (byte)(ColdestC + 52), 1, 1, 1, 1, 0]);
        }

        if (nowMs % 1000 == 0)
        {
            SendSlow(bus, nowMs);
        }
    }

    public static byte[] Part(string text, int start, int count) =>
        [.. Enumerable.Range(start, count).Select(i => i < text.Length ? (byte)text[i] : (byte)0xFF)];

    private void SendLevels(QueueBus bus, long nowMs)
    {
        byte[] levels = [0, (byte)_alive, 0, 0, 0, 0, 0, 0];
        PackSt1.MaxLevel.WriteRaw(levels, AlarmLevel);
        PackSt1.SmokeAlarm.WriteRaw(levels, Smoke ? 1u : 0);
        PackSt1.FireAlarm.WriteRaw(levels, Fire ? 1u : 0);
        PackSt1.InterlockAlarm.WriteRaw(levels, InterlockAlarm ? 1u : 0);
        bus.Deliver(PackSt1.Id, nowMs, Checked(levels));
    }

    private void SendSlow(QueueBus bus, long nowMs)
    {
        bus.Deliver(PackCode.Id1, nowMs, Checked([0, (byte)((Code.Length << 3) | 1), .. Part(Code, 0, 6)]));
        bus.Deliver(PackCode.Id2, nowMs, Checked([0, .. Part(Code, 6, 7)]));
        bus.Deliver(PackCode.Id3, nowMs, Checked([0, .. Part(Code, 13, 7)]));
        bus.Deliver(PackCode.Id4, nowMs, Checked([0, .. Part(Code, 20, 7)]));
        if (RunawayReason is int reason)
        {
            bus.Deliver(PackSt15.Id, nowMs, [0, 1, 70, 1, 70, 0, 0, (byte)reason]);
        }

        if (Authorisation is int progress)
        {
            bus.Deliver(AuthorisationReply.Id, nowMs, [(byte)(progress << 5), 100, 100, 100, 0, 0, 0, 0]);
        }

        if (ConnectorC is int contact)
        {
            bus.Deliver(ConnectorTemperatures.Id, nowMs, [70, 70, (byte)(contact + 50), 70, 70, 70, 0xFF, 0xFF]);
        }

        if (WireFault)
        {
            byte[] faults = new byte[8];
            PackFault.VoltageWireFault.WriteRaw(faults, 1);
            bus.Deliver(PackFault.Id, nowMs, faults);
        }
    }

    private static byte[] Checked(byte[] data)
    {
        data[0] = SwapPackMessages.Checksum(data);
        return data;
    }
}

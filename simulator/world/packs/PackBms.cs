using System.Text;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The BMS of the pack in one position of the vehicle. It has power only through the mated connector, speaks once it
/// has started, and is heard on the swap-pack bus while its position is the one that is meant.
/// </summary>
public sealed class PackBms(Truck truck, PackPosition position, WireEnd bus)
{
    private const int StartMs = 800;

    private readonly CanFrame _frame = new() { Length = SwapPackMessages.Length };
    private readonly Period _fast = new(PackSt1.PeriodMs, 60);
    private readonly Period _slow = new(PackCode.PeriodMs, 70);
    private Pack? _powered;
    private long _poweredMs;
    private int _life;

    public void Advance(long nowMs)
    {
        Pack? pack = truck.Present && position.Connector.Mated ? position.Seat.Pack : null;
        if (!ReferenceEquals(pack, _powered))
        {
            _powered = pack;
            _poweredMs = nowMs;
            _life = 0;
        }

        bus.Attached = pack is not null && nowMs - _poweredMs >= StartMs && ReferenceEquals(truck.Position, position);
        if (!bus.Attached || pack is null)
        {
            return;
        }

        if (_fast.Due(nowMs))
        {
            SendRelays(pack);
            SendStage(pack);
            SendCharge(pack);
            SendVoltages(pack);
            SendTemperatures(pack);
        }

        if (_slow.Due(nowMs))
        {
            SendCode(pack.Identity.Code);
        }
    }

    private void SendRelays(Pack pack)
    {
        byte[] data = Begin(PackSt0.Id, 0);
        int main = pack.RelaysClosed ? PackSt0.Closed : PackSt0.Open;
        PackSt0.SystemIndex.Write(data, 1);
        PackSt0.SystemCount.Write(data, 1);
        PackSt0.MainPositiveWelded.WriteRaw(data, pack.ReportsWelded ? 1u : 0);
        PackSt0.MainPositive.Write(data, main);
        PackSt0.MainNegative.Write(data, main);
        PackSt0.PreCharge.Write(data, PackSt0.Open);
        PackSt0.ChargePositive1.Write(data, PackSt0.Open);
        PackSt0.ChargeNegative1.Write(data, PackSt0.Open);
        PackSt0.ChargePositive2.Write(data, PackSt0.Open);
        PackSt0.ChargeNegative2.Write(data, PackSt0.Open);
        PackSt0.DcDcRelay.Write(data, PackSt0.Open);
        PackSt0.Heating1.Write(data, PackSt0.Open);
        PackSt0.Heating2.Write(data, PackSt0.Open);
        bus.Send(_frame);
    }

    private void SendStage(Pack pack)
    {
        byte[] data = Begin(PackSt1.Id, 0);
        PackSt1.Life.Write(data, _life);
        _life = (_life + 1) % 15;
        PackSt1.WorkStage.Write(data, pack.RelaysClosed ? PackSt1.HighVoltageOn : PackSt1.HighVoltageOff);
        PackSt1.MaxLevel.Write(data, pack.AlarmLevel);
        PackSt1.SmokeAlarm.WriteRaw(data, pack.ReportsSmoke ? 1u : 0);
        PackSt1.Checksum.WriteRaw(data, SwapPackMessages.Checksum(data));
        bus.Send(_frame);
    }

    private void SendCharge(Pack pack)
    {
        byte[] data = Begin(PackSt2.Id, 0xFF);
        PackSt2.ChargePermille.WriteRaw(data, (uint)(pack.Soc * 250));
        PackSt2.HealthPermille.WriteRaw(data, (uint)(pack.Health * 250));
        PackSt2.CurrentMa.Write(data, (int)(-pack.CurrentA * 1000));
        PackSt2.MaxRegenerativeMa.Write(data, (int)(pack.ChargeLimitA * 1000));
        PackSt2.MaxDischargeMa.Write(data, pack.Soc > 0.05 ? 400_000 : 60_000);
        bus.Send(_frame);
    }

    private void SendVoltages(Pack pack)
    {
        byte[] data = Begin(PackSt3.Id, 0xFF);
        PackSt3.InsulationPositiveKohm.Write(data, pack.InsulationKohm);
        PackSt3.InsulationNegativeKohm.Write(data, pack.InsulationKohm * 97 / 100);
        PackSt3.BatterySideMv.Write(data, (int)(pack.VoltageV * 1000));
        PackSt3.BusSideMv.Write(data, (int)(truck.BusVoltageV * 1000));
        bus.Send(_frame);
    }

    private void SendTemperatures(Pack pack)
    {
        byte[] data = Begin(PackSt4.Id, 0xFF);
        PackSt4.MaxTemperatureC.Write(data, (int)Math.Round(pack.HighestTemperatureC));
        PackSt4.MinTemperatureC.Write(data, (int)Math.Round(pack.LowestTemperatureC));
        PackSt4.MeanTemperatureC.Write(data, (int)Math.Round(pack.TemperatureC));
        PackSt4.MaxBoard.Write(data, 4);
        PackSt4.MaxProbe.Write(data, 2);
        PackSt4.MinBoard.Write(data, 1);
        PackSt4.MinProbe.Write(data, 1);
        bus.Send(_frame);
    }

    private void SendCode(string code)
    {
        ReadOnlySpan<uint> ids = [PackCode.Id1, PackCode.Id2, PackCode.Id3, PackCode.Id4];
        int sent = 0;
        for (int part = 0; part < PackCode.Parts; part++)
        {
            byte[] data = Begin(ids[part], 0);
            int at = part == 0 ? PackCode.FirstTextOffset : PackCode.TextOffset;
            int room = part == 0 ? PackCode.FirstPartLength : PackCode.PartLength;
            int count = Math.Min(room, code.Length - sent);
            if (part == 0)
            {
                PackCode.CodeLength.Write(data, code.Length);
            }

            Encoding.ASCII.GetBytes(code, sent, count, data, at);
            PackCode.Checksum.WriteRaw(data, SwapPackMessages.Checksum(data));
            sent += count;
            bus.Send(_frame);
        }
    }

    private byte[] Begin(uint id, byte fill)
    {
        _frame.Id = id;
        Array.Fill(_frame.Data, fill);
        return _frame.Data;
    }
}

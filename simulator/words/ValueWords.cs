using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>What the values of a field mean, by message and signal, then by raw value.</summary>
public static class ValueWords
{
    private static readonly string[] NoYes = ["no", "yes", "untrusted", "not used"];
    private static readonly string[] Normal = ["normal", "abnormal", "untrusted", "not used"];
    private static readonly string[] Cell = ["normal", "too high", "too low", "not used"];
    private static readonly string[] Arrived = ["in time", "time-out", "untrusted", "not used"];
    private static readonly string[] Relay = ["reserved", "open", "closed", "invalid"];
    private static readonly string[] Level = ["no fault", "level 1, warning", "level 2, ordinary", "level 3, severe"];
    private static readonly string[] Connected = ["not connected", "connected", "not defined", "not defined"];
    private static readonly string[] FaultOrNot = ["normal", "fault"];

    private static readonly string[] Raised = ["no fault", "level 1", "level 2", "level 3"];
    private static readonly string[] Switched = ["reserved", "on", "off", "invalid"];
    private static readonly string[] Contactor = ["normal", "open circuit", "welded", "invalid"];
    private static readonly string[] Contact = ["not connected", "connected", "abnormal", "invalid"];
    private static readonly string[] Cells =
    [
        "", "lead", "NiMH", "LFP", "LMO", "LCO", "NMC", "polymer", "LTO", "supercapacitor", "", "", "", "", "fuel cell",
    ];

    private static readonly Dictionary<string, string[]> ByField = new(StringComparer.Ordinal)
    {
        ["Bcl.Regulation"] = ["", "constant voltage", "constant current"],
        ["Brm.Chemistry"] = ["", "lead", "NiMH", "LFP", "LMO", "LCO", "NMC", "polymer", "LTO"],
        ["Brm.Ownership"] = ["leased", "owned"],
        ["Ccs.Permission"] = ["paused", "allowed", "untrusted", "not used"],
        ["Bsm.Permission"] = ["forbidden", "allowed", "untrusted", "not used"],
        ["Bsm.CellVoltage"] = Cell,
        ["Bsm.Charge"] = Cell,
        ["LockFrame.LockPin"] = ["neither locked nor unlocked", "unlocked", "locked", "not defined"],
        ["LockFrame.Connector"] = ["not mated", "mated", "not defined", "not defined"],
        ["LockFrame.FaultLevel"] = ["no fault", "level 1", "level 2", "level 3"],
        ["PackSt1.WorkStage"] = ["high voltage off", "pre-charging", "high voltage on", "high-voltage fault"],
        ["PackSt1.ChargeKind"] = ["reserved", "DC", "AC", "other"],
        ["PackSt1.ChargeProgress"] = ["possible", "charging", "finished", "fault"],
        ["PackSt1.Balanced"] = ["not balanced", "balanced"],
        ["VehicleCommand.HighVoltageCommand"] = Switched,
        ["VehicleCommand.AccessoryCommand"] = Switched,
        ["VehicleCommand.HeatingCommand"] = ["reserved", "off", "on", "invalid"],
        ["PackBmu.VinRequest"] = ["", "", "", ""],
        ["PackBmu.HighVoltageOffRequest"] = ["reserved", "requested", "not requested", "invalid"],
        ["PackBmu.FullChargeRequest"] = ["reserved", "requested", "not requested", "invalid"],
        ["PackBmu.Gb44495Support"] = ["reserved", "no", "yes", "invalid"],
        ["PackSt14.Base"] = ["low power", "high power", "reserved", "reserved"],
        ["PackSt15.InsulationMonitor"] = ["reserved", "started", "stopped", "fault"],
        ["BatteryInfo1.Chemistry"] = Cells,
        ["BatteryInfo1.LaterChemistry"] = Cells,
        ["BatteryInfo1.Cooling"] = ["reserved", "natural", "air", "liquid"],
        ["ThermalRequest.Work"] = ["off", "cooling", "heating", "circulating"],
        ["ThermalAnswer.Work"] = ["off", "cooling", "heating", "circulating"],
        ["ThermalRequest.HighVoltageOffRequest"] =
            ["on is requested", "off is requested", "not defined", "not defined"],
        ["ThermalRequest.Charging"] = ["no", "yes", "not defined", "not defined"],
        ["ThermalRequest.HighVoltageRelay"] = ["open", "closed", "not defined", "not defined"],
        ["ThermalAnswer.HighVoltageRelay"] = ["open", "closed", "not defined", "not defined"],
        ["AuthorisationReply.Progress"] =
            ["reserved", "waiting", "passed", "failed, silence for 60 s", "failed, cannot be decrypted"],
        ["AuthorisationReply.CommandValid"] = ["reserved", "valid", "invalid", "not defined"],
        ["AuthorisationReply.Reason"] =
        [
            "none", "refused by the cloud", "account unpaid", "quota exceeded, 1", "quota exceeded, 2",
            "battery not rated", "outside its area, 1", "outside its area, 2", "outside its area, 3",
            "limited by the platform", "locked by the platform",
        ],
        ["PackCode.Maker"] = ["reserved", "CATL", "", "", "", "", "", "Qiyuan"],
    };

    /// <summary>Tells what a raw value of a field means, or null where the number speaks for itself.</summary>
    public static Func<uint, string?> For(Type message, string field, long signal)
    {
        ArgumentNullException.ThrowIfNull(message);
        string[]? words = Table(message, field, signal);
        return words is null
            ? raw => Computed(message, field, raw)
            : raw => raw < words.Length && words[raw].Length > 0 ? words[raw] : Computed(message, field, raw);
    }

    private static string[]? Table(Type message, string field, long signal)
    {
        if (ByField.TryGetValue($"{message.Name}.{field}", out string[]? words))
        {
            return words;
        }

        if (signal.LengthOf() == 2)
        {
            return message.Name switch
            {
                nameof(Bem) or nameof(Cem) => Arrived,
                nameof(Bst) or nameof(Cst) => NoYes,
                nameof(Bsm) => Normal,
                nameof(LockFrame) => Connected,
                nameof(PackFault) or nameof(ThermalAnswer) => Raised,
                nameof(VehicleCommand) => field.EndsWith("Fault", StringComparison.Ordinal) ? Contactor : Relay,
                nameof(PackSt15) => Contact,
                _ when field.EndsWith("Level", StringComparison.Ordinal) => Level,
                nameof(PackSt0) or nameof(PackSt14) => Relay,
                _ => null,
            };
        }

        return signal.LengthOf() == 1 ? OneBit(message, field) : null;
    }

    private static string[] OneBit(Type message, string field) =>
        message == typeof(PackSt0) || message == typeof(PackSt14) || field.EndsWith("Alarm", StringComparison.Ordinal)
            || field.EndsWith("Fault", StringComparison.Ordinal)
            ? FaultOrNot
            : NoYes;

    private static string? Computed(Type message, string field, uint raw) => (message.Name, field) switch
    {
        (nameof(Chm), "Version") or (nameof(Brm), "Version") =>
            Invariant($"V{(raw >> 8) & 0xFF}.{raw & 0xFF}"),
        (nameof(Crm), "Recognised") or (nameof(Bro), "Readiness") or (nameof(Cro), "Readiness") => raw switch
        {
            0 => field is "Readiness" ? "not ready" : "not recognised",
            0xAA => field is "Readiness" ? "ready" : "recognised",
            _ => "invalid",
        },
        (nameof(LockFrame), "FaultCode") => ConnectorFault(raw),
        (nameof(BayStatusFrame), "Presence") => Words.Of((BayPresence)raw),
        (nameof(BayStatusFrame), "ChargeStage") => Words.Of((ChargeStage)raw),
        (nameof(BayGrantFrame), "Answer") => Words.Of((BayAnswer)raw),
        (_, "Operation") => Words.Of((BayOperation)raw),
        (nameof(BayPackFrame), "Owner") => Words.Of((PackOwner)raw),
        (nameof(LanePhaseFrame), "Phase") => Words.Of((Phase)raw),
        (nameof(Brm), "Chemistry") when raw == 255 => "other",
        _ => null,
    };

    /// <summary>Code of 18FFF8A7: eight connector sensors, three levels, then open circuits.</summary>
    private static string ConnectorFault(uint code) => code switch
    {
        0 => "connector not too hot",
        <= 24 => Invariant($"connector sensor {((code - 1) % 8) + 1} too hot, level {((code - 1) / 8) + 1}"),
        <= 32 => Invariant($"connector sensor {code - 24} open, level 2"),
        _ => "not defined",
    };
}

using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Why the firmware refuses settings, in words for whoever wrote them: the fields, then the rule.</summary>
public static class FlawWords
{
    private const int StepAt = 8;

    /// <summary>Null when all is well.</summary>
    public static string? Flaw(this NodeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Of(settings.Check());
    }

    /// <summary>Null when all is well.</summary>
    public static string? Flaw(this SwapProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Of(profile.Check());
    }

    /// <param name="check">As a check has answered: a flaw, and of a step's its phase times 256.</param>
    public static string? Of(int check)
    {
        SettingsFlaw flaw = (SettingsFlaw)(check & ((1 << StepAt) - 1));
        string? rule = Of(flaw);
        string step = $"Steps: {(Phase)(check >> StepAt)}";
        return flaw == SettingsFlaw.StepMissing ? $"{step} {rule}"
            : flaw > SettingsFlaw.StepMissing ? $"{step}: {rule}" : rule;
    }

    private static string? Of(SettingsFlaw flaw) => flaw switch
    {
        SettingsFlaw.None => null,
        SettingsFlaw.Identifiers => "City, Station, Node, Operator: 1 to 24 of a-z, 0-9 and '-'",
        SettingsFlaw.LinkAddress => "LinkAddress: 80h to EFh",
        SettingsFlaw.Lane => "Lane: 0 (none) to 15",
        SettingsFlaw.Nothing => "Lane, Bays: a node owns one lane, or some bays, or as a cabinet both",
        SettingsFlaw.BaysMany => "Bays: at most 8 a node",
        SettingsFlaw.TelemetryInterval => "TelemetryIntervalS: 1 to 600",
        SettingsFlaw.BaysTwice => "Bays: numbers from 1 to 16, each once",
        SettingsFlaw.IsolationBays => "IsolationBays: some of Bays",
        SettingsFlaw.Interfaces => "Interfaces: 0 (not known) to 254, one for each of Bays",
        SettingsFlaw.ChargerPower => "ChargerW: 0 (not known) or more",
        SettingsFlaw.Watch => "WatchMs: 0 to 86400000",
        SettingsFlaw.CabinetWithHoist =>
            "Profile: a node with a lane and bays is a cabinet, and a cabinet has no hoist",
        SettingsFlaw.CabinetWithoutDoors => "Bays: a profile without hoist is a cabinet's, and a cabinet has doors",
        SettingsFlaw.CabinetWithOneDoor => "Bays: a cabinet has an empty door and one to take from",
        SettingsFlaw.Segments => "Journal.Segments: at least 2, one to write and one to give up",
        SettingsFlaw.SegmentBytes => "Journal.SegmentBytes: room for a header and one event, 938",
        SettingsFlaw.PendingBytes => "Journal.PendingBytes: room for one event, 874",
        SettingsFlaw.CapacityLittle => "Journal.CapacityBytes: at least two segments, or two appends of PendingBytes",
        SettingsFlaw.CapacityUnused =>
            "Journal.CapacityBytes: at most Segments of SegmentBytes, or part of it is never used",
        SettingsFlaw.Name => "Name: 1 to 24 of a-z, 0-9 and '-'",
        SettingsFlaw.Version => "Version: from 1",
        SettingsFlaw.NoSteps => "Steps: none",
        SettingsFlaw.StrangeStep => "Steps: a step that this kind of station does not have",
        SettingsFlaw.Packs => "Packs: 1 to 4, at a cabinet 1",
        SettingsFlaw.LockPoints => "LockPoints: 1 to 16",
        SettingsFlaw.Settle => "SettleMs: 100 to 60000",
        SettingsFlaw.Debounce => "DebounceMs: 50 to 2000, less than SettleMs",
        SettingsFlaw.LockDisagree => "LockDisagreeMs: 200 to 10000",
        SettingsFlaw.SeatDisagree => "SeatDisagreeMs, ConnectorDisagreeMs: 200 to 30000",
        SettingsFlaw.LockTravel => "LockTravelMs: 0 to ten times LockDisagreeMs",
        SettingsFlaw.Interface => "InterfaceId: 1 to 254",
        SettingsFlaw.TargetCharge => "TargetChargePermille: 1 to 1000",
        SettingsFlaw.AlarmLevel => "AlarmLevelLimit: 1 to 3",
        SettingsFlaw.Temperature => "TemperatureLimitC: 0 to 80",
        SettingsFlaw.TemperatureLeast => "TemperatureLeastC: -50 to 0; ConnectorLimitC: 40 to 150",
        SettingsFlaw.Insulation => "InsulationOhmPerVolt: 100 to 10000; SafeVoltageMv: 0 to 60000",
        SettingsFlaw.SwapLimit => "SwapLimitMs: more than 0",
        _ => OfStep(flaw),
    };

    private static string OfStep(SettingsFlaw flaw) => flaw switch
    {
        SettingsFlaw.StepMissing => "is missing or not in its place",
        SettingsFlaw.StepLacksEvidence => "leaves out evidence that no profile may leave out",
        SettingsFlaw.StepContradicts => "forbids what it requires",
        SettingsFlaw.StepWithoutEvidence => "asks for what is not evidence",
        SettingsFlaw.StepLimit => "LimitMs: 1000 to 600000",
        SettingsFlaw.StepRetries => "Retries: 0 to 9",
        SettingsFlaw.StepNoWayBack => "there is no way back from it",
        SettingsFlaw.StepSettlesLate => "its limit is not longer than SettleMs",
        _ => Words.Of(flaw),
    };
}

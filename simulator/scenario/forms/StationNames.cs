using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Which of the names that files know can be so at a station: a claim about any other could not be broken, whatever the
/// firmware did.
/// </summary>
public static class StationNames
{
    private const string Any = "any";
    private const string Nothing = "none";

    /// <summary>Causes to stop that a cabinet can see: it has neither lock nor vehicle.</summary>
    private const Fact SeenByCabinets = Fact.FireDetected | Fact.BaySmoke | Fact.SafetyChainOpen | Fact.AbortPressed
        | Fact.CityAborts | Fact.SensorsContradict | Fact.TakeBayAlarm;

    /// <summary>What a cabinet's line says of packs, and its doors.</summary>
    private static readonly PackWarning[] OfDoors =
    [
        PackWarning.SmokeDetected, PackWarning.CellVoltageHigh, PackWarning.CellVoltageLow, PackWarning.OverCurrent,
        PackWarning.OverTemperature, PackWarning.BmsSilent, PackWarning.BmsFault, PackWarning.CellsApart,
        PackWarning.IdentityClaimedTwice,
    ];

    /// <summary>What no charger bus says.</summary>
    private static readonly PackWarning[] OfDoorsAlone =
    [
        PackWarning.BmsSilent, PackWarning.BmsFault, PackWarning.CellsApart, PackWarning.IdentityClaimedTwice,
    ];

    /// <summary>Phases that the swap machine of the station can come to.</summary>
    public static IReadOnlyList<string> Phases(StationPlan station) => [.. Reached(station).Select(Named)];

    /// <summary>Faults for which it can be held or stopped, or go another way.</summary>
    public static IReadOnlyList<string> Faults(StationPlan station)
    {
        SwapTable table = new(Profile(station));
        SortedSet<Phase> reached = Reached(station);
        HashSet<Fault> faults = [Fault.None, Fault.PowerLost];
        faults.UnionWith(table.Rows.Where(row => reached.Contains(row.From)).Select(row => row.Fault));
        faults.UnionWith(table.Causes
            .Where(cause => reached.Any(cause.Counts) && Sees(station, cause.Fact)).Select(cause => cause.Fault));
        return [.. Enum.GetValues<Fault>().Where(faults.Contains).Select(Named)];
    }

    /// <summary>Requests that it can make, and how they are told together.</summary>
    public static IReadOnlyList<string> Drives(StationPlan station)
    {
        Drive all = Reached(station).Aggregate(Drive.None, (drives, phase) => drives | SwapTable.Outputs[(int)phase]);
        return
        [
            Any, Nothing,
            .. Enum.GetValues<Drive>()
                .Where(drive => drive is not (Drive.None or Drive.Stored) && (all & drive) != Drive.None)
                .Select(Named),
        ];
    }

    /// <summary>How its swaps can end.</summary>
    public static IReadOnlyList<string> Results(StationPlan station)
    {
        string[] atDoors = [Named(SwapResult.NotInserted), Named(SwapResult.GivenBack), Named(SwapResult.NotTaken)];
        IReadOnlyList<string> all = [Any, .. Choices.Of(SwapResult.None)];
        return Of(station).IsCabinet ? all : [.. all.Except(atDoors, StringComparer.Ordinal)];
    }

    /// <summary>Warnings of packs in its bays or behind its doors.</summary>
    public static IReadOnlyList<string> PackWarnings(StationPlan station) =>
    [
        Any,
        .. Enum.GetValues<PackWarning>().Where(warning => warning != PackWarning.None
            && (Of(station).IsCabinet ? OfDoors.Contains(warning) : !OfDoorsAlone.Contains(warning))).Select(Named),
    ];

    /// <summary>Warnings of its packs, lanes and nodes.</summary>
    public static IReadOnlyList<string> Warnings(StationPlan station) =>
    [
        .. PackWarnings(station).Skip(1), .. station.IsCabinet ? [] : Choices.Of(LaneWarning.None),
        .. Choices.Of(NodeWarning.None),
    ];

    /// <summary>Events of its nodes.</summary>
    public static IReadOnlyList<string> Events(StationPlan station) =>
    [
        .. Enum.GetValues<EventKind>().Where(kind => kind != EventKind.None
            && !(Of(station).IsCabinet && kind == EventKind.BayFreed)).Select(Named),
    ];

    private static bool Sees(StationPlan station, Fact cause) => station.IsCabinet
        ? (cause & SeenByCabinets) != Fact.None
        : cause != Fact.LockSignalLost || Profile(station).LockByFrame;

    /// <summary>From idle, or from where a restart leaves it, by the rows of its table.</summary>
    private static SortedSet<Phase> Reached(StationPlan station)
    {
        Row[] rows = new SwapTable(Profile(station)).Rows;
        SortedSet<Phase> reached = [Phase.Idle, Phase.Held];
        int before;
        do
        {
            before = reached.Count;
            reached.UnionWith([.. rows.Where(row => reached.Contains(row.From)).Select(row => row.To)]);
        }
        while (reached.Count > before);

        return reached;
    }

    private static SwapProfile Profile(StationPlan station) => Of(station).Kind.Profile;

    private static StationPlan Of(StationPlan station)
    {
        ArgumentNullException.ThrowIfNull(station);
        return station;
    }

    private static string Named<T>(T value)
        where T : struct, Enum => Choices.NameOf(value);
}

using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>A station as a scenario wants it. What is left out is as in the story of its kind.</summary>
public sealed record StationPlan
{
    public const int MostLanes = 2;

    /// <summary>Bays of one bay node: two serial ports, so two charger buses.</summary>
    public const int BaysOfNode = 2;

    public const int MostBays = 16;

    /// <summary>Which kind of vehicle is served, and how.</summary>
    public Story Kind { get; init; } = Story.Truck;

    /// <summary>1 or 2.</summary>
    public int Lanes { get; init; } = 1;

    /// <summary>2 to 16, an even number; 0: as in the story. A cabinet has eight doors.</summary>
    public int BayCount { get; init; }

    /// <summary>What stands in bay 1, 2 and so on, null for an empty one; null: as in the story.</summary>
    public IReadOnlyList<StoredPack?>? Packs { get; init; }

    /// <summary>Of the air, °C; null: as in the story.</summary>
    public double? AmbientC { get; init; }

    /// <summary>Civil time at the beginning.</summary>
    public DateTimeOffset Begins { get; init; } = new(2026, 6, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Sets of parameters of the world, by what they are of: pack, charger, hoist and so on.</summary>
    public IReadOnlyList<ParameterChoice> Parameters { get; init; } = [];

    /// <summary>Which nodes run through the drivers of their boards; the command line wins.</summary>
    public BoardChoice Boards { get; init; } = BoardChoice.Own;

    /// <summary>Number of the bay for packs that are kept apart, 0 for none.</summary>
    public int IsolationBay { get; init; }

    /// <summary>Settings of its nodes that matter to stories, by <see cref="StationSettings.Parameters"/>.</summary>
    public Arguments Settings { get; init; } = Arguments.None;

    public bool IsCabinet => Kind.Kinds.Contains(NodeKind.Cabinet);

    /// <summary>Bays, or doors of a cabinet.</summary>
    public int Places => IsCabinet ? StationSettings.Doors
        : BayCount > 0 ? BayCount : Math.Max(StationSettings.UsualBays, Even(Packs?.Count ?? 0));

    /// <summary>Names of its nodes: lanes first, then bays.</summary>
    public IReadOnlyList<string> Nodes => IsCabinet ? ["cabinet-1"] :
    [
        .. Enumerable.Range(1, Lanes).Select(lane => Invariant($"lane-{lane}")),
        .. Enumerable.Range(1, Places / BaysOfNode).Select(node => Invariant($"bays-{node}")),
    ];

    /// <summary>Identities that may be served, where an empty one stands for the usual.</summary>
    public static string[] Known(IReadOnlyList<string>? vehicles, string usual) =>
        [.. (vehicles ?? [""]).Select(one => one.Length == 0 ? usual : one).Distinct(StringComparer.Ordinal)];

    private static int Even(int count) => count + (count % BaysOfNode);
}

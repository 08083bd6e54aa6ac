using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Sensors as scenarios name them.</summary>
public static class SensorNames
{
    private const int LockPoints = 16;

    /// <summary>Of a lane. Safety signals are none of them: their circuits are two-channelled.</summary>
    public static IReadOnlyList<string> OfLane { get; } =
    [
        "vehicle-present", "vehicle-still", "vehicle-in-position", "handbrake", "gear-neutral", "pack-on-vehicle",
        "pack-in-place-1", "pack-in-place-2", "hoist-ready", "tongue-locked", "pin-seated", "hoist-raised",
        "hoist-loaded", "connector-mated", "connector-parted",
        .. Enumerable.Range(1, LockPoints).Select(point => Invariant($"lock-open-{point}")),
        .. Enumerable.Range(1, LockPoints).Select(point => Invariant($"lock-closed-{point}")),
    ];

    /// <summary>Of a bay.</summary>
    public static IReadOnlyList<string> OfBay { get; } = ["pack-present", "bay-clear", "contactor-open"];

    /// <summary>Of a cabinet's door.</summary>
    public static IReadOnlyList<string> OfDoor { get; } = [.. OfBay, "latch-closed"];

    public static IReadOnlyList<string> All { get; } = [.. OfLane, .. OfDoor];

    internal static string? Against(StationPlan station, Arguments arguments)
    {
        bool place = arguments.Has("bay") || arguments.Has("door");
        if (station.IsCabinet && !place)
        {
            return "at a cabinet 'door' says which door's sensor is meant";
        }

        IReadOnlyList<string> known = station.IsCabinet ? OfDoor : place ? OfBay : OfLane;
        string of = station.IsCabinet ? "a door" : place ? "a bay" : "a lane";
        return known.Contains(arguments.Text("sensor"), StringComparer.Ordinal)
            ? null : $"'{arguments.Text("sensor")}' is no sensor of {of}: {string.Join(", ", known.Take(15))}";
    }
}

using System.Globalization;
using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Sensors as scenarios name them.</summary>
public static class SensorNames
{
    /// <summary>Of a lane. Safety signals are none of them: their circuits are two-channelled.</summary>
    private static readonly IReadOnlyList<Contact<LaneInputs>> Lane =
    [
        .. LaneContacts.All.Where(contact => contact != LaneContacts.LockOpen && contact != LaneContacts.LockClosed),
        LaneContacts.Ready,
        .. Enumerable.Range(1, SwapProfile.MostLockPoints).Select(LaneContacts.OpenEnd),
        .. Enumerable.Range(1, SwapProfile.MostLockPoints).Select(LaneContacts.ClosedEnd),
    ];

    public static IReadOnlyList<string> OfLane { get; } = [.. Lane.Select(NameOf)];

    public static IReadOnlyList<string> OfBay { get; } = [.. BayContacts.All.Select(NameOf)];

    public static IReadOnlyList<string> OfDoor { get; } = [.. DoorContacts.All.Select(NameOf)];

    public static IReadOnlyList<string> All { get; } =
        [.. OfLane.Concat(OfBay).Concat(OfDoor).Distinct(StringComparer.Ordinal)];

    /// <summary>Makes a sensor wrong in one of the ways; the returned action repairs it.</summary>
    internal static Action Break(ScenarioRun run, Arguments arguments, string way, Func<bool, bool> made)
    {
        string name = arguments.Text("sensor");
        return run.IsCabinet ? Break(run, run.DoorOf(arguments).Wrong, DoorContacts.All, name, way, made)
            : ScenarioRun.PlaceOf(arguments) > 0
                ? Break(run, run.BayOf(arguments).Wrong, BayContacts.All, name, way, made)
            : Break(run, run.LaneOf(arguments).Wrong, Lane, name, way, made);
    }

    private static Action Break<T>(
        ScenarioRun run,
        WrongContacts<T> wrong,
        IEnumerable<Contact<T>> contacts,
        string name,
        string way,
        Func<bool, bool> made)
    {
        Contact<T> contact = contacts.First(one => NameOf(one) == name);
        return run.Hold<Func<bool, bool>?>(
            wrong, $"{name} {way}", made, null, now => wrong.Break(contact, way, now));
    }

    internal static string? Against(StationPlan station, Arguments arguments)
    {
        bool place = arguments.Has("bay") || arguments.Has("door");
        if (station.IsCabinet && !place)
        {
            return "at a cabinet 'door' says which door's sensor is meant";
        }

        IReadOnlyList<string> known = station.IsCabinet ? OfDoor : place ? OfBay : OfLane;
        string of = station.IsCabinet ? "a door" : place ? "a bay" : "a lane";
        string name = arguments.Text("sensor");
        return !known.Contains(name, StringComparer.Ordinal)
                ? $"'{name}' is no sensor of {of}: {string.Join(", ", known.Take(15))}"
            : PointOf(name) > station.Kind.Profile.LockPoints
                ? $"the lock of this kind of vehicle has {Points(station.Kind.Profile.LockPoints)}, no '{name}'"
            : null;
    }

    private static string Points(int count) => count == 1 ? "one point" : Invariant($"{count} points");

    /// <summary>Of a lock point's switch, from 1; 0 of others.</summary>
    private static int PointOf(string name) => name.StartsWith("lock-", StringComparison.Ordinal)
        ? int.Parse(name.AsSpan(name.LastIndexOf('-') + 1), CultureInfo.InvariantCulture) : 0;

    private static string NameOf<T>(Contact<T> contact) => contact.Name.Replace(' ', '-');
}

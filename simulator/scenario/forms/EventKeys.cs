using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// What an event of each kind can say: an event with anything else never comes, so a claim about it could not be
/// broken. A test holds the table against what stations tell.
/// </summary>
public static class EventKeys
{
    private const string Reason = "reason";
    private const string Warning = "warning";
    private const string Fault = "fault";

    private static readonly string[] Places = ["bay", "door"];

    /// <summary>Keys that say what is in an event, not whose it is or how many there are.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Places, "value", "vehicle", "code", "phase", Fault, "finding", "result", Warning, "action", Reason, "level",
    ];

    /// <summary>Kind, the nodes that tell it, and its keys.</summary>
    private static readonly (EventKind Kind, Teller Teller, string[] Keys)[] Rows =
    [
        (EventKind.Boot, Teller.Every, []),
        (EventKind.SwapStarted, Teller.Swapping, ["vehicle"]),
        (EventKind.SwapStep, Teller.Swapping, ["vehicle", "code", "phase", Fault, "finding", "level"]),
        (EventKind.BatteryIn, Teller.Swapping, [.. Places, "vehicle", "code"]),
        (EventKind.BatteryOut, Teller.Swapping, [.. Places, "vehicle", "code"]),
        (EventKind.SwapEnded, Teller.Swapping, ["value", "vehicle", Fault, "result"]),
        (EventKind.SwapOrphaned, Teller.Swapping, [.. Places, "value", "vehicle", "code"]),
        (EventKind.PackArrived, Teller.Storing, [.. Places]),
        (EventKind.PackLeft, Teller.Storing, [.. Places]),
        (EventKind.WarningRaised, Teller.Every, [.. Places, "value", Warning, "level"]),
        (EventKind.WarningCleared, Teller.Every, [.. Places, "value", Warning]),
        (EventKind.ChargeStarted, Teller.Storing, [.. Places]),
        (EventKind.ChargeEnded, Teller.Storing, [.. Places, "value"]),
        (EventKind.Lost, Teller.Every, []),
        (EventKind.Audit, Teller.Every, [.. Places, "value", "action", Reason, "level"]),
        (EventKind.PackDelivered, Teller.Storing, [.. Places, "value", Reason, "level"]),
        (EventKind.PackRemoved, Teller.Storing, [.. Places, "value", Reason, "level"]),
        (EventKind.PackIsolated, Teller.Storing, [.. Places, "value", Reason]),
        (EventKind.PackCleared, Teller.Storing, [.. Places]),
        (EventKind.BayFreed, Teller.Storing, [.. Places, "value"]),
        (EventKind.TimeSet, Teller.Every, ["value"]),
        (EventKind.BlackBox, Teller.Every, ["value"]),
        (EventKind.BlackBoxCut, Teller.Every, []),
    ];

    /// <summary>Nodes that have something to tell.</summary>
    private enum Teller
    {
        Every,

        /// <summary>Lanes and cabinets.</summary>
        Swapping,

        /// <summary>Bay nodes and cabinets.</summary>
        Storing,
    }

    /// <summary>Kinds of which copies go out at once: those that can be of level 3.</summary>
    public static IReadOnlyList<string> Alarms { get; } =
        [Choices.NameOf(EventKind.SwapStep), Choices.NameOf(EventKind.WarningRaised)];

    /// <summary>Keys that an event of a kind can have at a station.</summary>
    public static IReadOnlyList<string> Of(EventKind kind, bool isCabinet)
    {
        string[] keys = Rows.FirstOrDefault(row => row.Kind == kind).Keys ?? [];
        return (kind, isCabinet) switch
        {
            (EventKind.SwapStarted, false) => [],
            (EventKind.SwapStep or EventKind.SwapOrphaned, true) => [.. keys.Where(key => key != "code")],
            (EventKind.ChargeEnded, true) => [.. keys.Where(key => key != "value")],
            _ => keys,
        };
    }

    /// <summary>Why no event is as these arguments say; null: there can be one.</summary>
    /// <param name="station">Where.</param>
    /// <param name="arguments">Of a condition on events.</param>
    /// <param name="form">Name of the condition, which is also that of the parameter with the kind.</param>
    internal static string? Against(StationPlan station, Arguments arguments, string form)
    {
        string name = arguments.Text(form);
        if (Choices.Find<EventKind>(name) is not { } kind)
        {
            return null;
        }

        IReadOnlyList<string> keys = Of(kind, station.IsCabinet);
        string? other = All.FirstOrDefault(key => arguments.Has(key) && !keys.Contains(key, StringComparer.Ordinal));
        return other is not null
                ? $"'{name}' says nothing of '{other}'" + (keys.Count == 0 ? "" : $"; it has {string.Join(", ", keys
                    .Except(station.IsCabinet ? ["bay"] : ["door"], StringComparer.Ordinal))}")
            : arguments.Has("node") && !IsTeller(kind, arguments.Text("node"))
                ? $"'{arguments.Text("node")}' never tells '{name}'"
            : AgainstReason(station, kind, arguments) ?? AgainstOthers(kind, arguments);
    }

    /// <summary>Ends of swaps are told by lanes and cabinets.</summary>
    internal static string? AgainstSwaps(StationPlan station, Arguments arguments) =>
        arguments.Has("node") && !IsTeller(EventKind.SwapEnded, arguments.Text("node"))
            ? $"'{arguments.Text("node")}' makes no swaps" : null;

    private static bool IsTeller(EventKind kind, string node) => Rows.First(row => row.Kind == kind).Teller switch
    {
        Teller.Swapping => !node.StartsWith("bays-", StringComparison.Ordinal),
        Teller.Storing => !node.StartsWith("lane-", StringComparison.Ordinal),
        _ => true,
    };

    private static string? AgainstReason(StationPlan station, EventKind kind, Arguments arguments)
    {
        if (!arguments.Has(Reason))
        {
            return null;
        }

        string reason = arguments.Text(Reason);
        IReadOnlyList<string> reasons = kind switch
        {
            EventKind.PackIsolated => [.. Choices.Of(IsolationReason.None).Where(name => name != Choices.NameOf(
                station.IsCabinet ? IsolationReason.IsolationBay : IsolationReason.Unexplained))],
            EventKind.PackDelivered or EventKind.PackRemoved => Choices.Of(CustodyReason.None),
            _ => Choices.Of(CommandReason.None),
        };
        string[] refusals =
            [Choices.NameOf(AuditAction.CommandRejected), Choices.NameOf(AuditAction.CommandFailed)];
        return !reasons.Contains(reason, StringComparer.Ordinal)
                ? $"'{reason}' is no reason of '{Choices.NameOf(kind)}': {string.Join(", ", reasons)}"
            : arguments.Has("action") && !refusals.Contains(arguments.Text("action"), StringComparer.Ordinal)
                ? $"'{arguments.Text("action")}' has no reason; {string.Join(" and ", refusals)} have"
            : null;
    }

    private static string? AgainstOthers(EventKind kind, Arguments arguments)
    {
        bool atPlace = Places.Any(arguments.Has);
        return atPlace && arguments.Has(Warning)
                && !WarningNames.OfPacks.Contains(arguments.Text(Warning), StringComparer.Ordinal)
                ? $"'{arguments.Text(Warning)}' is a warning of a node, not of a bay or door"
            : kind == EventKind.SwapStep && arguments.Has("phase") ? AtRest(arguments) : null;
    }

    /// <summary>Nothing is wrong where nobody is.</summary>
    internal static string? AtRest(Arguments arguments)
    {
        bool rests = arguments.Text("phase") is var phase
            && (phase == Choices.NameOf(Phase.Idle) || phase == Choices.NameOf(Phase.OutOfService));
        return rests && arguments.Has(Fault) && arguments.Text(Fault) != Choices.NameOf(Firmware.Fault.None)
            ? $"'{phase}' has no fault" : null;
    }
}

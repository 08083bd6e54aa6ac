using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Stories;

/// <summary>
/// What stations tell is what the reader of scenarios believes that they can tell: a table that left something out
/// would refuse a claim that can be broken.
/// </summary>
public sealed class EventKeyTests
{
    private static readonly string[] Told =
    [
        "truck", "truck-3", "tractor", "loader", "car", "cabinet", "closed-while-held", "runaway-on-vehicle",
        "bay-smoke", "restart-loop", "unlock-timeout", "cell-spread", "isolation-cleared", "clock-jumps",
        "forged-command",
        "pack-not-taken", "nothing-inserted", "sensors-contradict",
    ];

    [Fact]
    public void No_event_has_more_than_its_kind_is_believed_to_have()
    {
        List<string> wrong = [];
        HashSet<EventKind> seen = [];
        foreach (string story in Told.Where(ShippedStories.All.ContainsKey))
        {
            Scenario scenario = ScenarioFile.Read(ShippedStories.PathOf(story)).Scenario!;
            StationPlan station = scenario.Station;
            using ScenarioRun run = new(
                scenario with { Station = station with { Boards = BoardChoice.Virtual } }, 1);
            run.Run();
            foreach (EventRecord record in run.Log.Events.Select(told => told.Record))
            {
                seen.Add(record.Kind);
                IEnumerable<string> more = Keys(record, station.IsCabinet).Except(
                    EventKeys.Of(record.Kind, station.IsCabinet), StringComparer.Ordinal);
                wrong.AddRange(more.Select(key => $"{story}: {Choices.NameOf(record.Kind)} has {key}"));
                wrong.AddRange(Unknown(record, station).Select(name => $"{story}: {name}"));
            }
        }

        Assert.Empty(wrong.Distinct(StringComparer.Ordinal));
        Assert.InRange(seen.Count, 14, int.MaxValue);
    }

    private static IEnumerable<string> Keys(EventRecord record, bool isCabinet)
    {
        bool hasReason = record.Reason > 0 || (record.Value > 0
            && record.Kind is EventKind.PackIsolated or EventKind.PackDelivered or EventKind.PackRemoved);
        (string Key, bool Has)[] keys =
        [
            (isCabinet ? "door" : "bay", record.Bay > 0), ("value", record.Value != 0),
            ("vehicle", record.VehicleLength > 0), ("code", record.PackCodeLength > 0), ("phase", record.Phase > 0),
            ("fault", record.Fault > 0), ("finding", record.Finding > 0),
            ("result", record.Summary.Result != SwapResult.None),
            ("warning", (record.Warning | record.LaneWarning | record.NodeWarning) > 0),
            ("action", record.Action != AuditAction.None), ("reason", hasReason), ("level", record.Level > 0),
        ];
        return keys.Where(key => key.Has).Select(key => key.Key);
    }

    private static IEnumerable<string> Unknown(EventRecord record, StationPlan station)
    {
        bool isStep = record.Kind == EventKind.SwapStep;
        (bool Has, string Name, IReadOnlyList<string> Known)[] names =
        [
            (true, Choices.NameOf(record.Kind), StationNames.Events(station)),
            (isStep, Choices.NameOf((Phase)record.Phase), StationNames.Phases(station)),
            (isStep, Choices.NameOf((Fault)record.Fault), StationNames.Faults(station)),
            (record.Kind == EventKind.SwapEnded, Choices.NameOf(record.Summary.Result), StationNames.Results(station)),
            (record.Warning > 0, Choices.NameOf((PackWarning)record.Warning), StationNames.Warnings(station)),
            (record.LaneWarning > 0, Choices.NameOf((LaneWarning)record.LaneWarning), StationNames.Warnings(station)),
        ];
        return names.Where(name => name.Has && !name.Known.Contains(name.Name, StringComparer.Ordinal))
            .Select(name => name.Name);
    }
}

using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Firmware;

namespace SwapEdge.Tests.Telemetry;

public sealed class BlackBoxTests
{
    private readonly TelemetryRig _rig = new(intervalS: 60);

    public BlackBoxTests()
    {
        _rig.Put(1);
        _rig.Run(60);
    }

    [Fact]
    public void A_severe_fault_leaves_every_second_from_30_before_to_30_after_it_of_every_subject()
    {
        long faultMs = Fault();
        _rig.Run(40);
        foreach (TelemetrySubject subject in new[] { TelemetrySubject.Pack, TelemetrySubject.Station })
        {
            long[] times = [.. Times(subject).Where(timeMs => Math.Abs(timeMs - faultMs) <= 30_000)];
            Assert.InRange(times.Length, 60, 61);
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 900, 1000));
        }
    }

    [Fact]
    public void What_was_before_is_marked_re_issued_and_the_last_event_says_that_it_is_the_last()
    {
        long faultMs = Fault();
        _rig.Run(40);
        var boxes = _rig.Boxes();
        Assert.All(boxes, box => Assert.Equal(box.Block!.StartMs < faultMs, box.Box.Reissued));
        Assert.All(boxes.Where(box => box.Box.Reissued), box => Assert.True(EndMs(box.Block!) <= faultMs));
        Assert.All(boxes.SkipLast(1), box => Assert.Equal(1, box.Event.Value));
        Assert.Equal(0, boxes[^1].Event.Value);
        Assert.Single(boxes.Select(box => box.Box.Number).Distinct());
        Assert.False(_rig.Node.Telemetry.BlackBox.IsOpen);
    }

    [Fact]
    public void The_earlier_part_is_stored_within_a_second()
    {
        Fault();
        _rig.Pass(20);
        Assert.InRange(_rig.Boxes().Count(box => box.Box.Reissued), 6, 10);
    }

    [Fact]
    public void A_second_fault_within_its_time_prolongs_it()
    {
        Fault();
        _rig.Run(20);
        long second = Fault(2);
        _rig.Run(40);
        Assert.Contains(Times(TelemetrySubject.Station), timeMs => timeMs - second is > 29_000 and <= 30_000);
        Assert.Single(_rig.Boxes(), box => box.Event.Value == 0);
    }

    [Fact]
    public void A_fault_after_its_time_gets_one_of_its_own()
    {
        Fault();
        _rig.Run(60);
        Fault(2);
        _rig.Run(60);
        Assert.Equal(2, _rig.Boxes().Count(box => box.Event.Value == 0));
        Assert.Equal(2, _rig.Boxes().Select(box => box.Box.Number).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(590)]
    public void After_a_power_cut_what_was_stored_is_kept_and_the_rest_is_said_to_be_cut(int passes)
    {
        Fault();
        _rig.Pass(passes);
        int stored = _rig.Boxes().Count;
        _rig.Smoke(1, stands: false);
        _rig.Restart();
        _rig.Run(5);
        var boxes = _rig.Boxes();
        Assert.Equal(stored + 1, boxes.Count);
        Assert.Equal(EventKind.BlackBoxCut, boxes[^1].Event.Kind);
        Assert.InRange(boxes[^1].Box.Number, 1ul, _rig.Node.Journal.LastStored);
        _rig.Restart();
        _rig.Run(5);
        Assert.Equal(stored + 1, _rig.Boxes().Count);
    }

    [Fact]
    public void One_whose_fault_lies_far_behind_is_said_to_be_cut()
    {
        Fault();
        _rig.Pass(100);
        ulong fault = _rig.Boxes()[0].Box.Number;
        Store(60);
        _rig.Pass(300);
        Store(30);
        _rig.Smoke(1, stands: false);
        _rig.Restart();
        _rig.Run(5);
        Assert.True(_rig.Node.Journal.LastStored - fault > Journal.SearchDepth);
        var last = _rig.Boxes()[^1];
        Assert.Equal((EventKind.BlackBoxCut, fault), (last.Event.Kind, last.Box.Number));
    }

    [Fact]
    public void One_that_never_began_behind_a_backlog_is_not_said_to_be_cut()
    {
        Store(BlackBox.BacklogLimit + 100);
        Fault();
        _rig.Run(60);
        Assert.Equal(1u, _rig.Node.Telemetry.BlackBox.Skipped);
        _rig.Smoke(1, stands: false);
        _rig.Restart();
        _rig.Run(5);
        Assert.Empty(_rig.Boxes());
    }

    [Fact]
    public void One_that_was_whole_is_not_said_to_be_cut()
    {
        Fault();
        _rig.Run(40);
        _rig.Restart();
        _rig.Run(5);
        Assert.DoesNotContain(_rig.Boxes(), box => box.Event.Kind == EventKind.BlackBoxCut);
    }

    [Fact]
    public void While_one_is_written_telemetry_is_sampled_every_second_too()
    {
        Fault();
        _rig.Run(120);
        Assert.Contains(_rig.Stored(), block => block.IntervalMs == 1000 && block.Subject == TelemetrySubject.Station);
        Assert.Contains(_rig.Stored(), block => block.IntervalMs == 60_000);
    }

    [Fact]
    public void A_fault_that_flickers_does_not_fill_the_journal_of_a_node_without_a_city()
    {
        for (int i = 0; i < 4000; i++)
        {
            _rig.Smoke(1, i % 2 == 0);
            _rig.Pass(2);
        }

        _rig.Run(40);
        int boxes = _rig.Boxes().Count;
        for (int i = 0; i < 400; i++)
        {
            _rig.Smoke(1, i % 2 == 0);
            _rig.Pass(2);
        }

        Assert.InRange(_rig.Node.Journal.LastStored, (ulong)BlackBox.BacklogLimit, 10_000ul);
        Assert.Equal(boxes, _rig.Boxes().Count);
        Assert.InRange(_rig.Node.Telemetry.BlackBox.Skipped, 1u, 10_000u);
    }

    private static long EndMs(DecodedBlock block) => block.StartMs + ((block.Samples.Count - 1) * block.IntervalMs);

    private long Fault(int bay = 1)
    {
        _rig.Smoke(bay);
        _rig.Pass();
        return _rig.NowMs;
    }

    private void Store(int events)
    {
        for (int i = 0; i < events; i++)
        {
            Assert.True(_rig.Node.Journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = 1, UptimeMs = 1 }));
            Assert.True(_rig.Node.Journal.Commit());
        }
    }

    private IEnumerable<long> Times(TelemetrySubject subject) => _rig.Boxes()
        .Where(box => box.Block?.Subject == subject)
        .SelectMany(box => Enumerable.Range(0, box.Block!.Samples.Count).Select(i => box.Block.StartMs + (1000 * i)))
        .Order();
}

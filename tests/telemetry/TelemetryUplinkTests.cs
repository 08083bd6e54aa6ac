using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.Telemetry;

/// <summary>A bay node on a broker and a city that do what the test says.</summary>
public sealed class TelemetryUplinkTests
{
    private TelemetryRig _rig = new();

    [Fact]
    public void A_block_goes_out_live_when_it_is_closed_and_stored()
    {
        _rig.Connect();
        _rig.Run(70);
        _rig.Acknowledge(1);
        _rig.Run(60);
        Contract.Telemetry[] sent = [.. _rig.Sent];
        Assert.Equal([1ul, 2ul], sent.Select(message => message.Number));
        Assert.Equal([0ul, 1ul], sent.Select(message => message.Previous));
        Assert.All(sent, message => Assert.False(message.Reissued));
        Assert.All(sent, message => Assert.Equal(_rig.Node.Journal.Identity, message.Journal));
        Assert.Equal(Contract.TelemetrySubject.Station, sent[0].Subject);
        Assert.Equal(60, DecodedBlock.Of(sent[0].Block.Span)!.Samples.Count);
    }

    [Fact]
    public void A_silent_city_is_sent_old_blocks_more_and_more_rarely_and_at_most_64_of_them()
    {
        _rig.Run(6_000);
        int backlog = _rig.Blocks.LastStored;
        Assert.InRange(backlog, 90, 100);
        _rig.Port.AnswersAtOnce = true;
        _rig.Run(7_200);
        ulong[] old = [.. _rig.Sent.Where(block => block.Number <= (ulong)backlog).Select(block => block.Number)];
        Assert.InRange(old.Length, 64, 64 * 24);
        Assert.Equal(64ul, old.Max());
        _rig.Acknowledge(old.Max());
        _rig.Run(300);
        Assert.Contains((ulong)backlog, _rig.Sent.Select(block => block.Number));
    }

    [Fact]
    public void A_block_waits_while_an_alarm_has_the_last_place_in_flight()
    {
        _rig.Connect();
        for (int second = 0; second < 70 && _rig.Blocks.LastStored == 0; second++)
        {
            _rig.Run(1);
        }

        _rig.Acknowledge(1);
        _rig.Run(50);
        _rig.Port.AcknowledgesAtOnce = false;
        int before = _rig.Port.Published.Count;
        for (int i = 0; i < Uplink.Window; i++)
        {
            _rig.Node.Uplink.ResendBirth();
            _rig.Pass();
        }

        _rig.Node.Uplink.Alarm(1);
        _rig.Run(12);
        Assert.Equal(2, _rig.Blocks.LastStored);
        Assert.Equal(before + Uplink.Window + 1, _rig.Port.Published.Count);
        Assert.Single(_rig.Sent);
        _rig.Port.Published.ForEach(message => _rig.Port.Acknowledge(message.Id));
        _rig.Pass();
        Assert.Equal(2, _rig.Sent.Count());
    }

    [Fact]
    public void What_an_outage_held_up_is_re_issued_after_what_is_live_and_not_before_the_events()
    {
        _rig.Run(600);
        Assert.InRange(_rig.Blocks.LastStored, 9, 10);
        _rig.Port.Refuses = topic => topic.EndsWith("telemetry", StringComparison.Ordinal);
        _rig.Connect();
        int backlog = _rig.Blocks.LastStored;
        for (int second = 0; second < 61 && _rig.Blocks.LastStored == backlog; second++)
        {
            _rig.Run(1);
        }

        _rig.Port.Refuses = _ => false;
        _rig.Port.AcknowledgesAtOnce = false;
        _rig.Pass(10);
        int events = _rig.Port.Published.FindLastIndex(each => each.Topic.EndsWith("event", StringComparison.Ordinal));
        int first = _rig.Port.Published.FindIndex(
            each => each.Topic.EndsWith("telemetry", StringComparison.Ordinal));
        Assert.True(first > events, "an event waits behind a block");
        Contract.Telemetry live = _rig.Sent.First();
        Assert.Equal((ulong)backlog + 1, live.Number);
        Assert.False(live.Reissued);
        Assert.All(_rig.Sent.Skip(1), old => Assert.True(old.Reissued));
        Assert.InRange(_rig.Sent.Count(), 2, TelemetryUplink.Window);
        _rig.Port.AcknowledgesAtOnce = true;
        _rig.Port.Published.ForEach(message => _rig.Port.Acknowledge(message.Id));
        _rig.Run(5);
        Contract.Telemetry[] sent = [.. _rig.Sent.DistinctBy(message => message.Number)];
        Assert.Equal(Enumerable.Range(1, _rig.Blocks.LastStored).Select(number => (ulong)number),
            sent.Select(message => message.Number).Order());
        Assert.All(sent, message => Assert.Equal(message.Number <= (ulong)backlog, message.Reissued));
    }

    [Fact]
    public void Nothing_is_re_issued_while_an_event_waits()
    {
        _rig.Run(300);
        _rig.Port.Refuses = topic => topic.EndsWith("event", StringComparison.Ordinal);
        _rig.Connect();
        _rig.Pass(20);
        Assert.Empty(_rig.Sent);
        _rig.Port.Refuses = _ => false;
        _rig.Pass(20);
        Assert.InRange(_rig.Sent.Count(), 4, 5);
    }

    [Fact]
    public void Only_what_the_broker_and_the_city_have_is_forgotten()
    {
        _rig.Run(300);
        _rig.Port.AcknowledgesAtOnce = false;
        _rig.Connect();
        _rig.Pass(5);
        _rig.Acknowledge(3, events: false);
        Assert.Equal(0, _rig.Blocks.Through);
        Assert.Equal((1u, 0u), (_rig.Node.Uplink.Telemetry.EarlyAcks, _rig.Node.Uplink.EarlyAcks));
        _rig.Port.Published.ForEach(message => _rig.Port.Acknowledge(message.Id));
        _rig.Pass(2);
        _rig.Acknowledge(3);
        Assert.Equal(3, _rig.Blocks.Through);
        _rig.Port.Published.Clear();
        _rig.Port.AcknowledgesAtOnce = true;
        _rig.Port.Link = UplinkLink.Down;
        _rig.Pass();
        _rig.Connect();
        _rig.Pass(20);
        Assert.Equal(4ul, _rig.Sent.First().Number);
        Assert.Equal(3ul, _rig.Sent.First().Previous);
    }

    [Fact]
    public void A_city_that_has_all_of_a_node_whose_marks_are_lost_frees_events_and_blocks_again()
    {
        _rig = new TelemetryRig();
        _rig.Run(80 * 60);
        for (int i = 0; i < 700; i++)
        {
            Assert.True(_rig.Node.Journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = 1, UptimeMs = 1 }));
            Assert.True(_rig.Node.Journal.Commit());
        }

        int blocks = _rig.Blocks.LastStored;
        Assert.InRange(blocks, 66, 200);
        _rig.Connect();
        for (int i = 0; i < 60; i++)
        {
            _rig.Run(1);
            _rig.Acknowledge((ulong)blocks);
        }

        Assert.InRange(_rig.Blocks.Through, blocks, blocks + 1);
        _rig.Run(70);
        Assert.Contains(_rig.Store.List(), IsMark);
        Array.ForEach([.. _rig.Store.List().Where(IsMark)], name => _rig.Store.Delete(name));
        _rig.Restart();
        Assert.Equal((0ul, 0), (_rig.Node.Journal.AcknowledgedThrough, _rig.Blocks.Through));
        _rig.Connect();
        for (int i = 0; i < 60; i++)
        {
            _rig.Run(1);
            _rig.Acknowledge((ulong)blocks);
        }

        Assert.Equal(_rig.Node.Journal.LastStored, _rig.Node.Journal.AcknowledgedThrough);
        Assert.InRange(_rig.Blocks.Through, blocks, blocks + 1);
    }

    private static bool IsMark(string name) =>
        name.StartsWith("mark-", StringComparison.Ordinal) || name.StartsWith("tmark-", StringComparison.Ordinal);

    [Fact]
    public void A_city_that_stays_silent_gets_the_blocks_again()
    {
        _rig.Run(130);
        _rig.Connect();
        _rig.Run(10);
        Assert.Equal([1ul, 2ul], _rig.Sent.Select(message => message.Number));
        _rig.Port.Published.Clear();
        for (int i = 0; i < 62; i++)
        {
            _rig.Run(1);
            _rig.Acknowledge(0);
        }

        Assert.Contains(_rig.Sent, message => message is { Number: 1, Reissued: true });
    }

    [Fact]
    public void What_was_dropped_in_an_outage_is_told_and_closes_no_way_for_the_rest()
    {
        _rig = new TelemetryRig(bytes: 12_000);
        _rig.Put(1);
        _rig.Run(7200);
        Assert.InRange(_rig.Blocks.Dropped, 1u, 1000u);
        _rig.Connect();
        _rig.Run(20);
        Contract.Telemetry first = _rig.Sent.First(message => message.Reissued);
        Assert.Equal(_rig.Blocks.Dropped, first.Number - 1);
        Assert.Equal(0ul, first.Previous);
        Assert.Equal(_rig.Blocks.Dropped, first.Dropped);
    }

    [Fact]
    public void Telemetry_gives_way_when_the_medium_has_no_room_for_an_event()
    {
        _rig.Put(1);
        _rig.Run(3600);
        int files = Telemetry();
        Assert.InRange(files, 2, 20);
        _rig.Store.Capacity = _rig.Store.Used;
        ulong stored = _rig.Node.Journal.LastStored;
        _rig.Put(2);
        _rig.Run(3);
        Assert.InRange(_rig.Node.Journal.LastStored, stored + 1, stored + 10);
        Assert.InRange(Telemetry(), 1, files - 1);

        int Telemetry() => _rig.Store.Files.Keys.Count(name => name.StartsWith("tm-", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_device_writes_the_city_reads_and_skips_what_it_does_not_know()
    {
        byte[] block = [1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0];
        byte[] into = new byte[200];
        int length = TelemetryCodec.Encode(ulong.MaxValue, int.MaxValue, 5, true, 9, block, 0, block.Length, into);
        Contract.Telemetry read = Contract.Telemetry.Parser.ParseFrom(into, 0, length);
        Assert.Equal(
            (ulong.MaxValue, (ulong)int.MaxValue, 5ul, true, 9ul, Contract.TelemetrySubject.Pack),
            (read.Journal, read.Number, read.Previous, read.Reissued, read.Dropped, read.Subject));
        Assert.Equal(block, read.Block.ToByteArray());
        TelemetryMessage? own = TelemetryMessage.Of([.. into[..length], .. new byte[] { 0x78, 0x01 }]);
        Assert.NotNull(own);
        Assert.Equal((5ul, true, 9ul), (own.Previous, own.Reissued, own.Dropped));
        Assert.Equal(-1, TelemetryCodec.Encode(1, 1, 0, false, 0, block, 0, block.Length, new byte[20]));
    }

    [Fact]
    public void A_black_box_is_in_its_event_as_the_city_reads_it()
    {
        byte[] block = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0];
        EventRecord record = new()
        {
            Journal = 1, Sequence = 9, Kind = EventKind.BlackBox, BoxFault = 5, Reissued = true, Block = block,
            BlockLength = block.Length, Value = 1,
        };
        byte[] into = new byte[EventCodec.MaxLength];
        int length = EventCodec.Encode(record, into, 0);
        Contract.Event read = Contract.Event.Parser.ParseFrom(into, 0, length);
        Assert.Equal(
            (Contract.EventKind.BlackBox, 5ul, true), (read.Kind, read.BlackBox.Fault, read.BlackBox.Reissued));
        Assert.Equal(block, read.BlackBox.Block.ToByteArray());
        TelemetryMessage? own = TelemetryMessage.BoxOf(into[..length]);
        Assert.NotNull(own);
        Assert.Equal((5ul, true), (own.Number, own.Reissued));
        Assert.Equal(DecodeResult.Ok, EventCodec.Decode(into, 0, length, new EventRecord()));
    }
}

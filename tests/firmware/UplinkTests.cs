using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

public sealed class UplinkTests
{
    private const string Root = "swap/v1/linfen/station-1/lane-1/";

    private readonly byte[] _key = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private readonly ScriptedUplink _port = new();
    private readonly TornStore _store = new();
    private readonly Journal _journal;
    private readonly Uplink _uplink;
    private long _nowMs = 1000;

    public UplinkTests()
    {
        NodeSettings settings = new()
        {
            City = "linfen", Station = "station-1", Node = "lane-1", LinkAddress = 0x80, Lane = 1,
        };
        Assert.Null(settings.Flaw());
        BayPorts ports = new()
        {
            Clock = new FixedClock(), Random = new CountingRandom(), Mac = new KeyedMac(_key), Uplink = _port,
        };
        _journal = new Journal(_store, ports.Mac, settings.Journal);
        _journal.Open(ports.Random);
        _uplink = new Uplink(ports, settings, _journal);
        _uplink.Start(settings);
    }

    [Fact]
    public void Nothing_connects_while_something_moves()
    {
        for (int i = 0; i < 100; i++)
        {
            Pump(mayConnect: false);
        }

        Assert.Equal(0, _port.Connects);
        Pump();
        Assert.Equal(1, _port.Connects);
    }

    [Fact]
    public void Attempts_wait_longer_and_longer_up_to_a_limit()
    {
        List<long> attempts = [];
        while (_nowMs < 3_600_000)
        {
            int before = _port.Connects;
            Pump();
            _port.Link = UplinkLink.Down;
            if (_port.Connects > before)
            {
                attempts.Add(_nowMs);
            }
        }

        long[] waits = [.. attempts.Zip(attempts.Skip(1), (first, second) => second - first)];
        Assert.InRange(waits[0], 500, 1600);
        Assert.All(waits.Skip(8), wait => Assert.InRange(wait, 30_000, 90_100));
        Assert.True(waits.Skip(8).Distinct().Count() > 3, "no jitter");
    }

    [Fact]
    public void A_connection_that_never_answers_is_given_up()
    {
        Pump();
        Assert.Equal(UplinkLink.Connecting, _port.Link);
        _nowMs += 31_000;
        Pump(mayConnect: false);
        Assert.Equal(UplinkLink.Connecting, _port.Link);
        Pump();
        Assert.Equal(UplinkLink.Down, _port.Link);
    }

    [Fact]
    public void Birth_and_state_go_first_and_are_retained_then_the_events_in_order()
    {
        Store(1, 3);
        Up();
        Assert.Equal([Root + "ack"], _port.Subscriptions);
        Assert.Equal(
            [Root + "birth", Root + "state", Root + "event", Root + "event", Root + "event"],
            _port.Published.Select(message => message.Topic));
        Assert.Equal([true, true, false, false, false], _port.Published.Select(message => message.Retain));
        Assert.Equal([1ul, 2ul, 3ul], SequencesOn("event"));
    }

    [Fact]
    public void No_more_than_seven_messages_wait_for_the_broker_and_an_alarm_may_be_the_eighth()
    {
        _port.AcknowledgesAtOnce = false;
        Store(1, 20);
        Up();
        Pump();
        Assert.Equal(Uplink.Window, _port.Published.Count);
        _port.Acknowledge(1);
        _port.Acknowledge(2);
        Pump();
        Assert.Equal(Uplink.Window + 2, _port.Published.Count);
        _uplink.Alarm(20);
        _uplink.Alarm(19);
        Pump();
        Assert.Equal(Uplink.Window + 3, _port.Published.Count);
        Assert.Equal([20ul], SequencesOn("alarm"));
    }

    [Fact]
    public void A_message_that_the_port_cannot_take_is_offered_again()
    {
        _port.Room = 3;
        Store(1, 4);
        Up();
        Assert.Equal([1ul], SequencesOn("event"));
        _port.Room = 100;
        Pump();
        Assert.Equal([1ul, 2ul, 3ul, 4ul], SequencesOn("event"));
    }

    [Fact]
    public void Only_the_citys_own_acknowledgement_lets_the_journal_forget()
    {
        Store(1, 5);
        Up();
        Pump();
        Assert.Equal(0ul, _journal.AcknowledgedThrough);
        _port.Deliver(Root + "ack", Ack(_journal.Identity, 4));
        Pump();
        Assert.Equal(4ul, _journal.AcknowledgedThrough);
        Assert.Equal(0u, _uplink.RefusedAcks);
    }

    [Fact]
    public void An_acknowledgement_that_is_forged_foreign_or_garbled_changes_nothing_and_is_counted()
    {
        _port.AcknowledgesAtOnce = false;
        Store(1, 5);
        Up();
        byte[] forged = Ack(_journal.Identity, 3);
        forged[^1] ^= 1;
        byte[] altered = Ack(_journal.Identity, 3);
        altered[6] ^= 1;
        byte[][] refused = [forged, altered, Ack(_journal.Identity + 1, 0), [1, 2, 3], [], new byte[4000]];
        foreach (byte[] payload in refused)
        {
            _port.Deliver(Root + "ack", payload);
            Pump();
        }

        Assert.Equal(0ul, _journal.AcknowledgedThrough);
        Assert.Equal((uint)refused.Length, _uplink.RefusedAcks);
    }

    [Fact]
    public void An_acknowledgement_of_another_journal_is_refused_also_when_the_broker_has_all()
    {
        Store(1, 5);
        Up();
        Pump();
        _port.Deliver(Root + "ack", Ack(_journal.Identity + 1, 3));
        Pump();
        Assert.Equal((0ul, 1u), (_journal.AcknowledgedThrough, _uplink.RefusedAcks));
    }

    [Fact]
    public void An_acknowledgement_of_what_the_broker_has_not_is_not_believed_until_it_has()
    {
        _port.AcknowledgesAtOnce = false;
        Store(1, 5);
        Up();
        _port.Deliver(Root + "ack", Ack(_journal.Identity, 3));
        Pump();
        Assert.Equal((0ul, 1u, 0u), (_journal.AcknowledgedThrough, _uplink.EarlyAcks, _uplink.RefusedAcks));
        for (int id = 1; id <= 5; id++)
        {
            _port.Acknowledge(id);
        }

        _port.Deliver(Root + "ack", Ack(_journal.Identity, 3));
        Pump();
        Assert.Equal(3ul, _journal.AcknowledgedThrough);
    }

    [Fact]
    public void An_acknowledgement_that_comes_after_a_reconnect_counts_for_what_was_sent_before()
    {
        Store(1, 4);
        Up();
        Pump();
        _port.Link = UplinkLink.Down;
        Pump();
        _port.AcknowledgesAtOnce = false;
        Up();
        _port.Deliver(Root + "ack", Ack(_journal.Identity, 4));
        Pump();
        Assert.Equal((4ul, 0u), (_journal.AcknowledgedThrough, _uplink.EarlyAcks));
    }

    [Fact]
    public void A_damaged_event_is_sent_as_lost_under_its_own_number_so_that_no_gap_stays()
    {
        Store(1, 3);
        List<byte> segment = _store.Files["ev-1"];
        byte[] second = new byte[Journal.RecordRoom];
        int length = _journal.Read(2, second);
        int at = Enumerable.Range(0, segment.Count - length)
            .First(start => segment.Skip(start).Take(length).SequenceEqual(second.Take(length)));
        segment[at + 5] ^= 0x40;
        Up();
        Assert.Equal([1ul, 2ul, 3ul], SequencesOn("event"));
        EventRecord record = new();
        byte[] payload = _port.On("event").ElementAt(1);
        Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, payload.Length, record));
        Assert.Equal((EventKind.Lost, 1ul), (record.Kind, record.LostCount));
    }

    [Fact]
    public void A_retained_acknowledgement_is_left_alone()
    {
        Store(1, 5);
        Up();
        Pump();
        _port.Deliver(Root + "ack", Ack(_journal.Identity, 5), retained: true);
        Pump();
        Assert.Equal(0ul, _journal.AcknowledgedThrough);
    }

    [Fact]
    public void After_a_lost_connection_everything_the_city_has_not_stored_is_sent_again()
    {
        Store(1, 6);
        Up();
        Pump();
        _port.Deliver(Root + "ack", Ack(_journal.Identity, 2));
        Pump();
        _port.Link = UplinkLink.Down;
        Pump();
        _port.Published.Clear();
        Up();
        Assert.Equal([3ul, 4ul, 5ul, 6ul], SequencesOn("event"));
        Assert.Single(_port.On("birth"));
    }

    [Fact]
    public void A_city_that_stays_silent_gets_the_journal_again()
    {
        Store(1, 2);
        Up();
        Pump();
        _nowMs += 30_001;
        Pump();
        Pump();
        Assert.Equal([1ul, 2ul, 1ul, 2ul], SequencesOn("event"));
        Assert.Equal(1u, _uplink.Resends);
        Assert.Equal(2, _port.Subscriptions.Count);
    }

    [Fact]
    public void A_subscription_that_the_port_cannot_take_is_tried_again()
    {
        _port.Subscribes = false;
        Up();
        Pump();
        Assert.Empty(_port.Subscriptions);
        _port.Subscribes = true;
        Pump();
        Pump();
        Assert.Single(_port.Subscriptions);
    }

    [Fact]
    public void An_alarm_overtakes_the_backlog_and_its_event_keeps_its_place()
    {
        _port.AcknowledgesAtOnce = false;
        Store(1, 30);
        Up();
        int sent = _port.Published.Count;
        Store(31, 31);
        _uplink.Alarm(31);
        foreach ((_, _, _, int id) in _port.Published.ToArray())
        {
            _port.Acknowledge(id);
        }

        Pump();
        Assert.Equal(Root + "alarm", _port.Published[sent].Topic);
        Assert.Equal([31ul], SequencesOn("alarm"));
        Assert.Equal(7ul, SequencesOn("event").Skip(6).First());
    }

    [Fact]
    public void A_pass_with_nothing_to_send_allocates_nothing()
    {
        Store(1, 3);
        Up();
        _port.Deliver(Root + "ack", Ack(_journal.Identity, 3));
        Pump();
        long allocated = Allocated.ByEachRoundOf(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                Pump();
            }
        });
        Assert.Equal(0, allocated);
    }

    private void Up()
    {
        Pump();
        _port.Link = UplinkLink.Up;
        Pump();
    }

    private void Pump(bool mayConnect = true)
    {
        _nowMs += 50;
        _uplink.Pump(_nowMs, mayConnect);
    }

    private void Store(int first, int last)
    {
        for (int value = first; value <= last; value++)
        {
            Assert.True(_journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = 1, UptimeMs = value }));
            Assert.True(_journal.Commit());
        }
    }

    private IEnumerable<ulong> SequencesOn(string topic) => _port.On(topic).Select(payload =>
    {
        EventRecord record = new();
        Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, payload.Length, record));
        return record.Sequence;
    });

    private byte[] Ack(ulong journal, ulong through)
    {
        AckRecord ack = new() { Journal = journal, EventThrough = through, CityUtcMs = 1_790_000_000_000 };
        byte[] payload = new byte[200];
        int length = AckWriter.Encode(ack, payload, 0);
        byte[] mac = new byte[32];
        new KeyedMac(_key).Compute(payload, ack.BodyOffset, ack.BodyLength, mac);
        mac.CopyTo(payload, ack.MacOffset);
        return payload[..length];
    }
}

using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.City;

/// <summary>A node's uplink, the broker and the city, over TCP.</summary>
public sealed class CityTests : IDisposable
{
    private const string Node = "linfen/s1/lane";
    private const string Other = "linfen/s1/bays";

    private readonly Broker _broker = new();
    private readonly Talk _talk;
    private readonly NodeKeys _keys = new();
    private readonly ReferenceCity _city;
    private readonly MqttUplink _uplink;
    private readonly UplinkMessage _message = new(256);

    public CityTests()
    {
        _talk = new Talk(_broker);
        _keys.Add(Node, NodeKeys.Derive(1, Node));
        _keys.Add(Other, NodeKeys.Derive(1, Other));
        _city = MakeCity();
        _uplink = new MqttUplink(_talk.Connect("lane"));
        _uplink.Subscribe(CityTopic.Of(Node, "ack"));
        _talk.UntilQuiet();
    }

    public void Dispose()
    {
        _city.Dispose();
        _talk.Dispose();
        _broker.Dispose();
    }

    [Fact]
    public void Events_are_stored_and_acknowledged_with_the_nodes_own_key()
    {
        Send(Events.Step(1));
        Send(Events.Step(2));
        AckRecord ack = LastAck();
        Assert.Equal((Events.Journal, 2ul, 77_000L), (ack.Journal, ack.EventThrough, ack.CityUtcMs));
        Assert.True(IsSignedWith(ack, NodeKeys.Derive(1, Node)));
        Assert.False(IsSignedWith(ack, NodeKeys.Derive(1, Other)));
        Assert.False(IsSignedWith(ack, NodeKeys.Derive(2, Node)));
        Assert.False(_message.Retained);
        Assert.Equal(2ul, _city.Stored(Events.Journal));
        Assert.Equal([1ul, 2ul], _city.Store.Events(Node).Select(stored => stored.Record.Sequence));
        Assert.Empty(_city.Gaps());
    }

    [Fact]
    public void An_end_of_a_command_stays_its_end_and_a_refusal_that_goes_away_is_none()
    {
        CityStore store = _city.Store;
        store.AddCommand(Node, 1, CommandOperation.SelfTest, [1], 5);
        Told(ResultState.Rejected, CommandReason.QueueFull);
        Told(ResultState.Accepted, CommandReason.None);
        Told(ResultState.Done, CommandReason.None);
        Told(ResultState.Rejected, CommandReason.CounterOld);
        CommandRow kept = Assert.Single(store.Commands(Node));
        Assert.Equal((ResultState.Done, CommandReason.None), (kept.State, kept.Reason));

        void Told(ResultState state, CommandReason reason) => store.AddResult(Node, new(1, 1, state, reason), [], 6);
    }

    [Fact]
    public void A_gap_is_stored_around_and_acknowledged_only_up_to_it()
    {
        Send(Events.Step(1));
        Send(Events.Step(4));
        Send(Events.Step(5));
        Assert.Equal(1ul, LastAck().EventThrough);
        Assert.Equal([new SequenceGap(Events.Journal, 2, 3)], _city.Gaps());
        Send(Events.Step(3));
        Send(Events.Step(2));
        Assert.Equal(5ul, LastAck().EventThrough);
        Assert.Empty(_city.Gaps());
    }

    [Fact]
    public void A_journal_whose_first_events_are_missing_is_acknowledged_through_none()
    {
        Send(Events.Step(3));
        Assert.Equal(0ul, LastAck().EventThrough);
        Assert.Equal([new SequenceGap(Events.Journal, 1, 2)], _city.Gaps());
    }

    [Fact]
    public void A_journal_whose_node_has_no_longer_its_first_events_is_acknowledged_from_where_it_begins()
    {
        Send(Events.Step(1));
        Send(Events.Step(6));
        Assert.Equal(1ul, LastAck().EventThrough);
        SendBirth(first: 5);
        Assert.Equal(4ul, LastAck().EventThrough);
        Send(Events.Step(5));
        Assert.Equal(6ul, LastAck().EventThrough);
    }

    [Fact]
    public void A_duplicate_changes_nothing_and_is_acknowledged_again()
    {
        Send(Events.Step(1));
        LastAck();
        Send(Events.Step(1));
        Assert.Equal(1ul, LastAck().EventThrough);
        Assert.Equal((1L, 0L), (_city.Duplicates, _city.Conflicts));
        Assert.Single(_city.Store.Events());
    }

    [Fact]
    public void Another_event_under_a_number_that_is_taken_is_counted_and_the_first_one_stays()
    {
        Send(Events.Step(1));
        EventRecord other = Events.Step(1);
        other.Fault = 31;
        Send(other);
        Assert.Equal((0L, 1L), (_city.Duplicates, _city.Conflicts));
        Assert.Equal(0, _city.Store.Events()[0].Record.Fault);
    }

    [Fact]
    public void A_journal_belongs_to_the_node_that_began_it()
    {
        Send(Events.Step(1));
        LastAck();
        Send(Events.Step(2), Other);
        Assert.Equal(1, _city.Refused);
        Assert.Equal($"{Other}: journal 1122334455667788 is another node's", _city.LastRefusal);
        Assert.Equal(1ul, _city.Stored(Events.Journal));
        Assert.False(_uplink.Receive(_message));
    }

    [Theory]
    [InlineData("swap/v1/linfen/s1/stranger/event", "08")]
    [InlineData("swap/v1/linfen/s1/lane/event", "0911")]
    [InlineData("swap/v1/linfen/s1/lane/event", "1001")]
    [InlineData("swap/v1/linfen/s1/lane/event", "09887766554433221110FFFFFFFFFFFFFFFFFF01")]
    [InlineData("swap/v1/linfen/s1/lane/alarm", "")]
    [InlineData("swap/v1/linfen/s1/lane/birth", "FF")]
    [InlineData("swap/v1/LINFEN/s1/lane/event", "00")]
    public void What_is_no_message_of_a_known_node_is_refused_and_answered_by_nothing(string topic, string hex)
    {
        byte[] payload = Convert.FromHexString(hex);
        Assert.NotEqual(0, _uplink.Publish(topic, payload, payload.Length, retain: false));
        _talk.UntilQuiet();
        Assert.Equal(1, _city.Refused);
        Assert.Empty(_city.Store.Journals());
        Assert.False(_uplink.Receive(_message));
    }

    [Fact]
    public void A_birth_is_answered_with_the_acknowledgement_that_the_node_may_have_missed()
    {
        Send(Events.Step(1));
        LastAck();
        SendBirth(first: 1);
        Assert.Equal(1ul, LastAck().EventThrough);
        Assert.Equal("virtual", Scalar("SELECT board FROM births"));
    }

    [Fact]
    public void States_are_kept_as_changes_and_a_retained_one_that_comes_again_is_none()
    {
        foreach (string state in (string[])["online", "online", "lost"])
        {
            byte[] payload = new byte[10];
            _uplink.Publish(CityTopic.Of(Node, "state"), payload, Ascii.Write(state, payload, 0), retain: true);
        }

        _talk.UntilQuiet();
        Assert.Equal("lost", _city.Store.State(Node));
        Assert.Equal(2L, Scalar("SELECT COUNT(*) FROM states"));
    }

    [Fact]
    public void A_copy_of_an_alarm_is_no_event_and_moves_no_watermark()
    {
        byte[] alarm = Events.Encode(Events.Step(9));
        _uplink.Publish(CityTopic.Of(Node, "alarm"), alarm, alarm.Length, retain: false);
        _talk.UntilQuiet();
        Assert.Equal(9L, Scalar("SELECT sequence FROM alarms"));
        Assert.Empty(_city.Store.Events());
        Assert.False(_uplink.Receive(_message));
    }

    [Fact]
    public void What_came_while_the_city_was_away_is_stored_when_it_is_back()
    {
        _city.Client.Cut("away");
        Send(Events.Step(1));
        Assert.Equal(0ul, _city.Stored(Events.Journal));
        _talk.NowMs += 1001;
        _talk.UntilQuiet();
        Assert.Equal(1ul, _city.Stored(Events.Journal));
        Assert.Equal(1ul, LastAck().EventThrough);
    }

    [Fact]
    public void The_database_can_be_queried_and_goes_on_where_it_was()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");
        try
        {
            using (CityStore first = new(path))
            {
                Store(first, 1, 2);
            }

            using CityStore second = new(path);
            Assert.Equal((2ul, Node), (second.Through(Events.Journal), second.Owner(Events.Journal)));
            Assert.Equal(StoreOutcome.Duplicate, second.Add(Node, Events.Step(2), Events.Encode(Events.Step(2)), 0));
            Store(second, 3);
            Assert.Equal([new CityJournal(Events.Journal, Node, 3, 3)], second.Journals());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_is_not_committed_is_not_counted_as_stored()
    {
        using CityStore store = new(":memory:");
        store.Begin();
        store.Add(Node, Events.Step(1), Events.Encode(Events.Step(1)), 0);
        Assert.Equal(0ul, store.Through(Events.Journal));
        store.Commit();
        Assert.Equal(1ul, store.Through(Events.Journal));
    }

    [Fact]
    public void The_fullest_event_has_a_row()
    {
        EventRecord record = Events.Fullest();
        record.Sequence = 1;
        using CityStore store = new(":memory:");
        store.Begin();
        Assert.Equal(StoreOutcome.Stored, store.Add(Node, record, Events.Encode(record), 0));
        store.Commit();
        Assert.Equal(Events.Encode(record), Events.Encode(store.Events()[0].Record));
    }

    private static void Store(CityStore store, params ulong[] sequences)
    {
        store.Begin();
        foreach (ulong sequence in sequences)
        {
            EventRecord record = Events.Step(sequence);
            store.Add(Node, record, Events.Encode(record), 0);
        }

        store.Commit();
    }

    private ReferenceCity MakeCity()
    {
        MqttClient client = _talk.Add(new MqttConnect("city") { CleanSession = false });
        ReferenceCity city = new(client, new CityStore(":memory:"), _keys);
        _talk.Pump.Add(nowMs => city.Serve(nowMs, 77_000));
        _talk.UntilQuiet();
        return city;
    }

    private void Send(EventRecord record, string node = Node)
    {
        byte[] payload = Events.Encode(record);
        Assert.NotEqual(0, _uplink.Publish(CityTopic.Of(node, "event"), payload, payload.Length, retain: false));
        _talk.UntilQuiet();
    }

    private void SendBirth(ulong first)
    {
        BirthRecord birth = new() { Journal = Events.Journal, FirstSequence = first, Boot = 2, Board = "virtual" };
        byte[] payload = new byte[256];
        _uplink.Publish(CityTopic.Of(Node, "birth"), payload, BirthCodec.Encode(birth, payload, 0), retain: true);
        _talk.UntilQuiet();
    }

    private AckRecord LastAck()
    {
        AckRecord ack = new();
        Assert.True(_uplink.Receive(_message));
        do
        {
            Assert.Equal(CityTopic.Of(Node, "ack"), _message.Topic);
            Assert.Equal(DecodeResult.Ok, AckCodec.Decode(_message.Payload, 0, _message.Length, ack));
        }
        while (_uplink.Receive(_message));
        return ack;
    }

    /// <summary>As a node does it: over the bytes as they came.</summary>
    private bool IsSignedWith(AckRecord ack, byte[] key)
    {
        byte[] computed = new byte[32];
        new HmacMac(key).Compute(_message.Payload, ack.BodyOffset, ack.BodyLength, computed);
        return CryptographicOperations.FixedTimeEquals(
            computed, _message.Payload.AsSpan(ack.MacOffset, SignedRecord.MacLength));
    }

    private object? Scalar(string sql)
    {
        using SqliteCommand command = _city.Store.Connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

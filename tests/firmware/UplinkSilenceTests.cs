using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>Brokers that are half dead, clients that give up without a word, a city that says nothing.</summary>
public sealed class UplinkSilenceTests
{
    private readonly UplinkRig _rig = new();

    [Fact]
    public void A_broker_that_acknowledges_nothing_is_left_after_half_a_minute_for_a_new_connection()
    {
        _rig.Port.AcknowledgesAtOnce = false;
        _rig.Store(1, 3);
        _rig.Run(20_000);
        Assert.Equal((1, 0u), (_rig.Port.Connects, _rig.Uplink.GivenUp));
        _rig.Run(20_000);
        Assert.Equal((2, 1u), (_rig.Port.Connects, _rig.Uplink.GivenUp));
        Assert.Equal(
            ["birth", "state", "event 1", "event 2", "event 3", "birth", "state", "event 1", "event 2", "event 3"],
            _rig.Sent);
    }

    [Fact]
    public void A_broker_that_accepts_and_forgets_is_called_more_and_more_rarely()
    {
        _rig.Port.AcknowledgesAtOnce = false;
        _rig.Run(3_600_000);
        Assert.InRange(_rig.Port.Connects, 30, 70);
        _rig.Port.AcknowledgesAtOnce = true;
        _rig.Run(120_000);
        int connects = _rig.Port.Connects;
        _rig.Port.Link = UplinkLink.Down;
        _rig.Run(2_000);
        Assert.Equal(connects + 1, _rig.Port.Connects);
    }

    [Fact]
    public void A_connection_is_not_ended_while_something_moves()
    {
        _rig.Port.AcknowledgesAtOnce = false;
        _rig.Run(1_000);
        _rig.Run(60_000, mayConnect: false);
        Assert.Equal((UplinkLink.Up, 0u), (_rig.Port.Link, _rig.Uplink.GivenUp));
        _rig.Pump();
        Assert.Equal((UplinkLink.Down, 1u), (_rig.Port.Link, _rig.Uplink.GivenUp));
    }

    [Fact]
    public void A_message_that_the_client_drops_without_a_word_is_sent_again_with_all_that_follow_it()
    {
        _rig.Run(1_000);
        _rig.Port.Loses = 1;
        _rig.Store(1, 1);
        _rig.Run(1_000);
        _rig.Store(2, 4);
        _rig.Run(1_000);
        _rig.CityStored(0);
        _rig.Run(40_000);
        Assert.Equal(
            [
                "event 1", "event 2", "event 3", "event 4",
                "birth", "state", "event 1", "event 2", "event 3", "event 4",
            ],
            _rig.Sent.Skip(2));
        _rig.CityStored(4);
        _rig.Pump();
        Assert.Equal(4ul, _rig.Journal.AcknowledgedThrough);
    }

    [Fact]
    public void Acknowledgements_that_come_twice_or_for_nothing_are_harmless()
    {
        _rig.Port.AcknowledgesAtOnce = false;
        _rig.Store(1, 20);
        _rig.Run(100);
        foreach (int id in (int[])[1, 1, 2, 2, 700, 65535, 1])
        {
            _rig.Port.Acknowledge(id);
        }

        _rig.Pump();
        Assert.Equal(Uplink.Window + 2, _rig.Port.Published.Count);
    }

    [Fact]
    public void A_city_that_stays_silent_is_sent_the_same_events_more_and_more_rarely_over_new_connections()
    {
        _rig.Store(1, 2);
        _rig.Run(86_400_000);
        Assert.InRange(_rig.Uplink.Resends, 90u, 100u);
        Assert.InRange(_rig.Port.Connects, 90, 100);
        Assert.Equal(0u, _rig.Uplink.GivenUp);
    }

    [Fact]
    public void A_silent_city_ends_no_connection_while_something_moves()
    {
        _rig.Store(1, 2);
        _rig.Run(1_000);
        _rig.Run(600_000, mayConnect: false);
        Assert.Equal((1, UplinkLink.Up), (_rig.Port.Connects, _rig.Port.Link));
        Assert.InRange(_rig.Uplink.Resends, 2u, 10u);
    }

    [Fact]
    public void A_word_of_the_city_that_brings_nothing_new_makes_the_node_try_soon_again()
    {
        _rig.Store(1, 2);
        _rig.Run(3_600_000);
        uint resends = _rig.Uplink.Resends;
        _rig.CityStored(0);
        _rig.Run(31_000);
        Assert.Equal(resends + 1, _rig.Uplink.Resends);
    }

    [Fact]
    public void Events_go_512_ahead_of_a_silent_city_and_no_further()
    {
        _rig.Store(1, 600);
        _rig.Run(20_000);
        Assert.Equal("event 512", _rig.Sent.Last());
        _rig.CityStored(500);
        _rig.Run(5_000);
        Assert.Equal("event 600", _rig.Sent.Last());
        Assert.Equal(602, _rig.Port.Published.Count);
    }

    [Fact]
    public void A_city_that_has_more_than_512_events_from_elsewhere_holds_nothing_up()
    {
        _rig.Store(1, 1500);
        for (int i = 0; i < 4; i++)
        {
            _rig.Run(20_000);
            _rig.CityStored(1500);
            _rig.Run(50);
        }

        Assert.Equal((1500ul, 2u), (_rig.Journal.AcknowledgedThrough, _rig.Uplink.EarlyAcks));
        Assert.Equal(1502, _rig.Port.Published.Count);
    }

    [Fact]
    public void A_city_that_was_restored_gets_what_it_has_lost_once_a_connection_as_far_as_it_is_still_stored()
    {
        _rig.Store(1, 100);
        _rig.Run(3_000);
        _rig.CityStored(100);
        _rig.Run(1_000);
        int before = _rig.Port.Published.Count;
        _rig.CityStored(50);
        _rig.Run(3_000);
        _rig.CityStored(50);
        _rig.Run(3_000);
        Assert.Equal(Enumerable.Range(51, 50).Select(sequence => $"event {sequence}"), _rig.Sent.Skip(before));
        Assert.Equal(100ul, _rig.Journal.AcknowledgedThrough);
        before = _rig.Port.Published.Count;
        _rig.Port.Link = UplinkLink.Down;
        _rig.Run(5_000);
        _rig.CityStored(70);
        _rig.Run(3_000);
        Assert.Equal(
            ["birth", "state", .. Enumerable.Range(71, 30).Select(sequence => $"event {sequence}")],
            _rig.Sent.Skip(before));
    }

    [Fact]
    public void A_city_that_lacks_what_is_gone_is_sent_the_rest_more_and_more_rarely()
    {
        _rig.Store(1, 100);
        _rig.Run(3_000);
        _rig.CityStored(100);
        _rig.Run(1_000);
        _rig.Store(101, 110);
        for (int i = 0; i < 24 * 60; i++)
        {
            _rig.CityStored(50);
            _rig.Run(60_000);
        }

        Assert.InRange(_rig.Uplink.Resends, 80u, 100u);
    }

    [Fact]
    public void An_acknowledgement_that_is_heard_again_turns_no_clock_back()
    {
        _rig.Store(1, 3);
        _rig.Run(1_000);
        _rig.CityStored(3, 1_790_000_002_000);
        _rig.Run(50);
        _rig.CityStored(2, 1_790_000_001_000);
        _rig.Run(50);
        Assert.Equal(1_790_000_002_000, _rig.Uplink.CityUtcMs);
    }

    [Fact]
    public void One_event_that_the_broker_lost_is_sent_again_although_others_keep_coming()
    {
        _rig.Run(1_000);
        for (int value = 1; value <= 40; value++)
        {
            _rig.Store(value, value);
            _rig.CityStored(Math.Min((ulong)value, 6));
            _rig.Run(1_000);
        }

        Assert.Equal((6ul, 1u), (_rig.Journal.AcknowledgedThrough, _rig.Uplink.Resends));
        Assert.Equal(2, _rig.Sent.Count(sent => sent == "event 7"));
    }

    [Fact]
    public void A_node_out_of_service_says_maintenance_and_says_online_once_it_serves_again()
    {
        _rig.Run(1_000);
        _rig.Uplink.Maintenance = true;
        _rig.Run(1_000);
        _rig.Port.Link = UplinkLink.Down;
        _rig.Run(10_000);
        _rig.Uplink.Maintenance = false;
        _rig.Run(1_000);
        Assert.Equal(["online", "maintenance", "maintenance", "online"], _rig.States);
        Assert.All(_rig.Port.Published.Where(message => message.Topic == UplinkRig.Root + "state"),
            message => Assert.True(message.Retain));
    }

    [Fact]
    public void Birth_is_sent_again_on_request()
    {
        _rig.Store(1, 2);
        _rig.Run(1_000);
        _rig.Store(3, 3);
        _rig.Uplink.ResendBirth();
        _rig.Run(1_000);
        Assert.Equal(["birth", "state", "event 1", "event 2", "birth", "event 3"], _rig.Sent);
    }

    [Fact]
    public void An_alarm_that_the_broker_has_not_acknowledged_goes_first_again_on_the_next_connection()
    {
        _rig.Store(1, 30);
        _rig.Port.AcknowledgesAtOnce = false;
        _rig.Uplink.Alarm(30);
        _rig.Run(100);
        _rig.Port.Link = UplinkLink.Down;
        _rig.Run(10_000);
        Assert.Equal(["birth", "state", "alarm 30", "event 1"], _rig.Sent.Skip(7).Take(4));
    }

    [Fact]
    public void Of_more_than_sixteen_alarms_in_an_outage_the_latest_have_a_copy_and_every_one_its_event()
    {
        _rig.Store(1, 40);
        for (ulong sequence = 1; sequence <= 40; sequence++)
        {
            _rig.Uplink.Alarm(sequence);
        }

        _rig.Run(5_000);
        Assert.Equal(24u, _rig.Uplink.DroppedAlarmCopies);
        Assert.Equal(
            [
                .. Enumerable.Range(25, 16).Select(sequence => $"alarm {sequence}"),
                .. Enumerable.Range(1, 40).Select(sequence => $"event {sequence}"),
            ],
            _rig.Sent.Skip(2));
    }
}

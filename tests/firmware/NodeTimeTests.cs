using Microsoft.Data.Sqlite;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>A node that starts without a clock, from its first event to the city's tables.</summary>
public sealed class NodeTimeTests
{
    private const long Noon = 1_790_000_000_000;
    private const long Century = 2_300_000_000_000;
    private const string Ack = "swap/v1/linfen/station-1/lane-1/ack";

    private readonly LaneRig _rig = new();

    public NodeTimeTests()
    {
        // As from the factory: a clock that has never been set, and nothing kept.
        _rig.Clock.UtcQuality = TimeQuality.Unknown;
        Assert.True(_rig.Store.Delete("time-0"));
        _rig.Restart();
    }

    [Fact]
    public void The_citys_time_is_told_once_and_held_over_the_next_start()
    {
        Hear(Noon);
        EventRecord told = Assert.Single(Events(), each => each.Kind == EventKind.TimeSet);
        Assert.Equal((Noon, TimeQuality.City), (told.UtcMs, told.TimeQuality));
        long uptimeMs = told.UptimeMs;
        _rig.Restart();
        _rig.Pass(3);
        EventRecord boot = Events().Last(each => each.Kind == EventKind.Boot);
        Assert.Equal((2u, TimeQuality.Held), (boot.Boot, boot.TimeQuality));
        Assert.InRange(boot.UtcMs, Noon, Noon + 1_000);
        Assert.All(Events().Where(each => each.Boot == 1 && each.UptimeMs < uptimeMs), each =>
            Assert.Equal(TimeQuality.Unknown, each.TimeQuality));
    }

    [Fact]
    public void What_was_recorded_before_the_first_time_has_its_place_in_the_city()
    {
        _rig.DriveTo(Phase.Accepting);
        long agoMs = _rig.NowMs;
        Hear(Noon);
        using CityStore store = new(":memory:");
        store.Begin();
        foreach (EventRecord each in Events())
        {
            store.Add("linfen/station-1/lane-1", each, City.Events.Encode(each), Noon + 5_000);
        }

        store.Commit();
        EventRecord told = Assert.Single(Events(), each => each.Kind == EventKind.TimeSet);
        Assert.All(Events().Where(each => each.Boot == 1 && each.UptimeMs < told.UptimeMs), each =>
        {
            (long utcMs, long uncertaintyMs) = At(store, each.Sequence);
            Assert.Equal(Noon - told.UptimeMs + each.UptimeMs, utcMs);
            Assert.InRange(uncertaintyMs, 30_000, 30_100);
        });
        Assert.InRange(agoMs, 300, told.UptimeMs);
    }

    [Fact]
    public void A_wrong_time_of_the_city_is_forgotten_at_the_next_start_but_not_for_an_old_acknowledgement()
    {
        Hear(Noon + Century);
        Assert.Equal((TimeQuality.City, true), (_rig.Node.Uplink.Clock.UtcQuality, UtcMs > Noon + Century));
        _rig.Restart();
        Hear(Noon);
        Assert.Equal((TimeQuality.Held, true), (_rig.Node.Uplink.Clock.UtcQuality, UtcMs > Noon + Century));
        Hear(Noon + 1_000, through: _rig.Node.Journal.LastStored);
        Assert.Equal(TimeQuality.City, _rig.Node.Uplink.Clock.UtcQuality);
        Assert.InRange(UtcMs, Noon + 1_000, Noon + 2_000);
    }

    [Fact]
    public void A_wrong_time_of_an_old_acknowledgement_gives_way_in_the_same_boot()
    {
        Hear(Noon + 10_000_000);
        _rig.Restart();
        Hear(Noon + Century);
        Hear(Noon + 20_000_000, through: _rig.Node.Journal.LastStored);
        Assert.InRange(UtcMs, Noon + 20_000_000, Noon + 20_001_000);
        Hear(Noon, through: _rig.Node.Journal.LastStored);
        Assert.InRange(UtcMs, Noon + 20_000_000, Noon + 20_002_000);
    }

    [Theory]
    [InlineData(1_767_225_599_999)]
    [InlineData(4_102_444_800_001)]
    [InlineData(long.MaxValue)]
    public void A_time_of_the_city_that_cannot_be_is_none(long utcMs)
    {
        Hear(utcMs);
        Assert.Equal(TimeQuality.Unknown, _rig.Node.Uplink.Clock.UtcQuality);
        Hear(Noon);
        Assert.Equal(TimeQuality.City, _rig.Node.Uplink.Clock.UtcQuality);
    }

    [Fact]
    public void A_time_that_is_found_in_motion_is_kept_when_nothing_moves()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.JamLock();
        int kept = _rig.Store.Files["time-0"].Count;
        Hear(Noon);
        Assert.True((_rig.Drives & Drive.Motion) != Drive.None);
        Assert.Equal(kept, _rig.Store.Files["time-0"].Count);
        _rig.RunTo(Phase.Held);
        _rig.Pass(3);
        Assert.Equal(kept + 25, _rig.Store.Files["time-0"].Count);
    }

    [Fact]
    public void A_clock_that_jumps_in_mid_swap_changes_no_step_of_it()
    {
        LaneRig still = new();
        LaneRig jumps = new();
        foreach (Phase phase in new[]
            { Phase.Accepting, Phase.Unlocking, Phase.Stowing, Phase.Locking, Phase.Releasing })
        {
            still.DriveTo(phase);
            jumps.Clock.UtcMs += phase is Phase.Unlocking or Phase.Locking ? -400_000_000_000 : 700_000_000_000;
            jumps.DriveTo(phase);
            Assert.Equal(still.NowMs, jumps.NowMs);
        }

        Assert.Equal(Steps(still), Steps(jumps));
    }

    private static IEnumerable<(int Phase, long UptimeMs)> Steps(LaneRig rig) =>
        SwapEvents.Of(rig.Node.Journal).Where(each => each.Kind == EventKind.SwapStep)
            .Select(each => (each.Phase, each.UptimeMs));

    private EventRecord[] Events() => SwapEvents.Of(_rig.Node.Journal);

    private long UtcMs => _rig.Node.Uplink.Clock.UtcMs;

    private void Hear(long utcMs, ulong through = 1)
    {
        _rig.Uplink.Link = UplinkLink.Up;
        _rig.Pass(6);
        AckRecord ack = new() { Journal = _rig.Node.Journal.Identity, EventThrough = through, CityUtcMs = utcMs };
        byte[] payload = new byte[200];
        int length = AckWriter.Encode(ack, payload, 0);
        byte[] mac = new byte[32];
        new KeyedMac(new byte[32]).Compute(payload, ack.BodyOffset, ack.BodyLength, mac);
        mac.CopyTo(payload, ack.MacOffset);
        _rig.Uplink.Deliver(Ack, payload[..length]);
        _rig.Pass(5);
    }

    private static (long UtcMs, long UncertaintyMs) At(CityStore store, ulong sequence)
    {
        using SqliteCommand command = store.Connection.CreateCommand();
        command.CommandText = "SELECT utc_ms, uncertainty_ms FROM timeline WHERE sequence = $sequence";
        command.Parameters.AddWithValue("$sequence", (long)sequence);
        using SqliteDataReader reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}

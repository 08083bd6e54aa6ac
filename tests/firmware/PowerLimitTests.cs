using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Firmware;

/// <summary>Two bays with a pack each that are charged, and what the city's limits make of it.</summary>
public sealed class PowerLimitTests
{
    private const int ChargerW = 60_000;

    private BayRig _rig = null!;
    private CommandDesk _desk = null!;

    public PowerLimitTests()
    {
        Begin(ChargerW);
    }

    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(0, 59_999, false, false)]
    [InlineData(0, 60_000, true, false)]
    [InlineData(0, 119_999, true, false)]
    [InlineData(0, 120_000, true, true)]
    [InlineData(1, 0, false, true)]
    [InlineData(2, 59_999, true, false)]
    [InlineData(2, 60_000, true, true)]
    public void As_many_bays_are_charged_as_the_limit_covers_and_all_of_them_when_it_has_ended(
        int bay, int limitW, bool first, bool second)
    {
        Assert.Equal((true, true), Charged);
        Limit(bay, limitW, 10_000);
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        Assert.Equal((first, second), Charged);
        _rig.Pass(195);
        Assert.Equal((first, second), Charged);
        _rig.Pass(10);
        Assert.Equal((true, true), Charged);
    }

    [Fact]
    public void What_one_bay_does_not_draw_the_next_one_may()
    {
        Limit(0, ChargerW, 3_600_000);
        Assert.Equal((true, false), Charged);
        _rig.TakeOut(_rig.Normal);
        Assert.Equal((false, true), Charged);
    }

    [Fact]
    public void A_schedule_goes_through_its_periods_whatever_the_clock_does_then()
    {
        Ask(body => body.ScheduleCharging = new Contract.ChargingSchedule
        {
            UntilUtcMs = _desk.UtcMs + 30_000, Bay = 2,
            Periods =
            {
                new Contract.ChargingPeriod { StartUtcMs = _desk.UtcMs + 20_000, LimitW = 100_000 },
                new Contract.ChargingPeriod { StartUtcMs = _desk.UtcMs + 10_000, LimitW = 0 },
            },
        });
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        _rig.Clock.UtcMs -= 86_400_000;
        Assert.Equal((true, true), Charged);
        _rig.Pass(200);
        Assert.Equal((true, false), Charged);
        _rig.Pass(200);
        Assert.Equal((true, true), Charged);
    }

    [Fact]
    public void An_empty_schedule_lifts_the_limit_and_a_restart_forgets_it()
    {
        Limit(0, 0, 3_600_000);
        Assert.Equal((false, false), Charged);
        Ask(body => body.ScheduleCharging = new Contract.ChargingSchedule { UntilUtcMs = _desk.UtcMs + 1 });
        Assert.Equal((true, true), Charged);
        Limit(0, 0, 3_600_000);
        _rig.Restart();
        _rig.Pass(10);
        Assert.Equal((true, true), Charged);
    }

    [Fact]
    public void Where_nobody_knows_what_a_charger_draws_charging_can_only_be_forbidden()
    {
        Begin(0);
        Limit(0, 1_000_000, 10_000);
        Assert.Equal((State.Rejected, Reason.NotSupported), _desk.Last);
        Assert.Equal((true, true), Charged);
        Limit(2, 0, 10_000);
        Assert.Equal((true, false), Charged);
    }

    [Theory]
    [InlineData(3, 0, 1000)]
    [InlineData(0, -1, 1000)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, PowerLimits.LongestMs + 1)]
    public void A_limit_of_another_bay_or_without_a_sound_end_is_refused(int bay, int limitW, long lastsMs)
    {
        Limit(bay, limitW, lastsMs);
        Assert.Equal((State.Rejected, Reason.BadArgument), _desk.Last);
        Assert.Equal((true, true), Charged);
    }

    [Fact]
    public void A_snapshot_has_every_bay()
    {
        Ask(body => body.QuerySnapshot = new());
        Contract.Snapshot snapshot = _desk.Results[^1].Snapshot;
        Assert.Equal([1u, 2u], snapshot.Bays.Select(bay => bay.Bay));
        Assert.All(snapshot.Bays, bay => Assert.Equal(Contract.BayPresence.Occupied, bay.Presence));
        Assert.Equal(970u, snapshot.Bays[0].ChargePermille);
        Assert.Equal(1002u, snapshot.Bays[0].PackSerial);
    }

    [Fact]
    public void A_bay_node_serves_no_vehicle_and_restarts_when_no_bay_is_a_lanes()
    {
        Ask(body => body.AuthoriseSwap = new Contract.SwapGrant { Vehicle = "V", UntilUtcMs = _desk.UtcMs + 1000 });
        Assert.Equal((State.Rejected, Reason.NotSupported), _desk.Last);
        Ask(body => body.RequestSwap = new Contract.SwapGrant { Vehicle = "V", UntilUtcMs = _desk.UtcMs + 1000 });
        Assert.Equal((State.Rejected, Reason.NotSupported), _desk.Last);
        for (int life = 1; life < 10; life++)
        {
            _rig.Announce(1, life, take: 1);
        }

        Ask(body => body.RestartWhenIdle = new());
        Assert.Equal((State.Running, Reason.Unspecified), _desk.Last);
        Assert.Equal(0, _rig.Restarts.Count);
        _rig.Announce(1, 10);
        _rig.Announce(1, 11);
        _rig.Pass(5);
        Assert.NotEqual(0, _rig.Restarts.Count);
    }

    private (bool First, bool Second) Charged => (_rig.Permitted(_rig.Normal), _rig.Permitted(_rig.ForIsolation));

    private void Begin(int chargerW)
    {
        _rig = new BayRig(isolates: false, chargerW);
        _desk = new CommandDesk(_rig.Uplink, _rig.Clock, "linfen/station-1/bays-1");
        _rig.Put(_rig.Normal);
        _rig.Put(_rig.ForIsolation);
        _rig.Identify(_rig.Normal);
        _rig.Identify(_rig.ForIsolation, 1003);
        _rig.Pass(10);
    }

    private void Limit(int bay, int limitW, long lastsMs) => Ask(body => body.LimitPower =
        new Contract.PowerLimit { Bay = (uint)bay, LimitW = (uint)limitW, UntilUtcMs = _desk.UtcMs + lastsMs });

    private void Ask(Action<Contract.CommandBody> ask)
    {
        _desk.Send(ask);
        _rig.Pass(5);
    }
}

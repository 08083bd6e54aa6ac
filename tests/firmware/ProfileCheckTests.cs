using SwapEdge.Firmware;
using SwapEdge.Simulator;
using Facts = SwapEdge.Firmware.Fact;

namespace SwapEdge.Tests.Firmware;

/// <summary>Profiles that would never go on, or go on too early, are refused before they run.</summary>
public sealed class ProfileCheckTests
{
    private const int Unlocking = 6;
    private const string NoEvidence = "Steps: Unlocking: asks for what is not evidence";
    private const string Both = "forbids what it requires";

    [Fact]
    public void Every_profile_of_ours_is_accepted() =>
        Assert.All(Profiles.All, profile => Assert.Null(profile.Flaw()));

    [Theory]
    [InlineData(Facts.AbortPressed)]
    [InlineData(Facts.OutOfService)]
    [InlineData(Facts.DoorOpen)]
    [InlineData(Facts.DoorsClosed)]
    [InlineData(Facts.RelayWelded)]
    [InlineData(Facts.HighVoltageOn)]
    [InlineData(Facts.SafetyChainOpen)]
    [InlineData(Facts.ManualSelected)]
    [InlineData(Facts.Confirmed)]
    [InlineData(Facts.MustStop)]
    [InlineData(Facts.OldPackRejected)]
    public void A_step_at_a_hoist_may_not_ask_for(Facts fact) => Assert.Equal(NoEvidence, With(fact));

    [Theory]
    [InlineData(Facts.HoistGrips)]
    [InlineData(Facts.LockOpen)]
    [InlineData(Facts.HighVoltageOff)]
    [InlineData(Facts.PackHealthy)]
    public void A_step_at_a_cabinet_may_not_ask_for(Facts fact)
    {
        SwapProfile profile = BatteryCabinet.Profile();
        Facts require = profile.Steps[0].Require | fact;
        profile.Steps[0] = new StepPlan(Phase.Identifying, require, Facts.None, 20_000, 0, true);
        Assert.Equal("Steps: Identifying: asks for what is not evidence", profile.Flaw());
    }

    [Fact]
    public void A_frame_that_the_vehicle_does_not_send_is_not_asked_for()
    {
        SwapProfile profile = TopLiftTruck.Profile();
        profile.LockByFrame = false;
        Assert.Equal("Steps: Preparing: asks for what is not evidence", profile.Flaw());
    }

    [Theory]
    [InlineData(Facts.LockClosed, Facts.None)]
    [InlineData(Facts.ConnectorMated | Facts.ConnectorParted, Facts.None)]
    [InlineData(Facts.HoistLoaded, Facts.None)]
    [InlineData(Facts.None, Facts.HoistGrips)]
    [InlineData(Facts.VehicleStill, Facts.VehicleStill)]
    public void A_step_that_can_never_be_complete_is_refused(Facts require, Facts forbid) =>
        Assert.Equal("Steps: Unlocking: " + Both, With(require, forbid));

    [Fact]
    public void A_door_that_is_to_be_open_while_all_are_shut_is_refused()
    {
        SwapProfile profile = BatteryCabinet.Profile();
        const Facts both = Facts.DoorOpen | Facts.DoorsClosed;
        profile.Steps[2] = new StepPlan(Phase.Admitting, both, Facts.None, 5_000, 2, true);
        Assert.Equal("Steps: Admitting: " + Both, profile.Flaw());
    }

    [Theory]
    [InlineData(1000, 1000, false)]
    [InlineData(2000, 100, false)]
    [InlineData(999, 1000, true)]
    public void What_is_to_be_settled_has_been_filtered_before(int debounceMs, int settleMs, bool well)
    {
        SwapProfile profile = TopLiftTruck.Profile();
        (profile.DebounceMs, profile.SettleMs) = (debounceMs, settleMs);
        Assert.Equal(well ? null : "DebounceMs: 50 to 2000, less than SettleMs", profile.Flaw());
    }

    [Fact]
    public void A_cabinet_swaps_one_pack()
    {
        SwapProfile profile = BatteryCabinet.Profile();
        profile.Packs = 2;
        Assert.Equal("Packs: 1 to 4, at a cabinet 1", profile.Flaw());
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    [InlineData(5_000_000, false)]
    public void Insulation_has_an_upper_limit_at_which_nothing_overflows(int ohmPerVolt, bool well)
    {
        SwapProfile profile = TopLiftTruck.Profile();
        profile.InsulationOhmPerVolt = ohmPerVolt;
        Assert.Equal(well, profile.Flaw() is null);
    }

    [Fact]
    public void A_profile_without_name_or_steps_is_refused_in_words()
    {
        SwapProfile profile = TopLiftTruck.Profile();
        profile.Name = null!;
        Assert.StartsWith("Name", profile.Flaw(), StringComparison.Ordinal);
        profile = TopLiftTruck.Profile();
        profile.Steps = null!;
        Assert.Equal("Steps: none", profile.Flaw());
        profile = TopLiftTruck.Profile();
        profile.Steps[3] = null!;
        Assert.Equal("Steps: Accepting is missing or not in its place", profile.Flaw());
    }

    private static string? With(Facts require, Facts forbid = Facts.None)
    {
        SwapProfile profile = TopLiftTruck.Profile();
        Assert.Equal(Phase.Unlocking, profile.Steps[Unlocking].Phase);
        profile.Steps[Unlocking] = new StepPlan(Phase.Unlocking, Facts.LockOpen | require, forbid, 10_000, 2, true);
        return profile.Flaw();
    }
}

using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Check;

/// <summary><c>swapsim check</c> as a whole, and what its world is built on.</summary>
public sealed class SwapCheckTests
{
    public static TheoryData<string> Names => [.. CheckCommand.Profiles.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_property_holds_with_one_wrong_sensor_and_every_row_is_taken_with_two(string name)
    {
        SwapProfile profile = CheckCommand.Profiles.Single(profile => profile.Name == name);
        int wrong = name == TopLiftTruck.Profile().Name ? WrongSet.Most : 1;
        ProfileProof proof = ProfileProof.Of(profile, wrong);
        Assert.All(proof.Findings, finding => Assert.True(finding.Broken is null, $"{finding.Name}:{finding.Broken}"));
        Assert.All(proof.Findings, finding => Assert.True(finding.Tried > 0, $"{finding.Name} was never tried"));
        Assert.All(proof.Steps.Real.Where(real => real.Possible), real =>
        {
            int promised = Math.Min(real.Promised, wrong);
            Assert.True(real.Survives(wrong) >= promised, $"{real.Name}:{real.Broken[0]}{real.Broken[1]}");
        });
        Assert.True(wrong == 1 || proof.DeadRows.Count == 0, string.Join('\n', proof.DeadRows));
    }

    [Fact]
    public void A_table_that_does_not_ask_whether_the_station_is_closed_is_caught()
    {
        SwapProfile profile = TopLiftTruck.Profile();
        IEnumerable<Row> blind = new SwapTable(profile).Rows.Where(
            row => row.From != Phase.Held || !row.Require.HasFlag(Fact.OutOfService));
        SwapTable table = new(profile, [.. blind.Select(row => row.From != Phase.Held ? row
            : new Row(row.From, row.Require, row.Forbid & ~Fact.OutOfService, row.To, row.Fault))]);
        IPlantModel model = ProfileProof.ModelOf(profile);
        SwapProof proof = new(profile, table, model, quick: false);
        Observations seen = new(model, profile, table.Rows, 0);
        new Explorer(table, model, new Views(table, seen, new ExpectedWay(profile)), 0, proof).Run();
        Assert.NotNull(proof.Closed.Broken);
    }

    [Fact]
    public void A_wrong_sensor_touches_only_the_facts_that_are_said_of_it()
    {
        foreach (SwapProfile profile in CheckCommand.Profiles)
        {
            IPlantModel model = ProfileProof.ModelOf(profile);
            Random random = new(7);
            LaneReading reading = new();
            for (int i = 0; i < 20_000; i++)
            {
                int plant = random.Next(1 << 13);
                Letter letter = Letter.Usual;
                for (int outside = 0; outside < Letter.Outsides; outside++)
                {
                    int options = model.Options((Outside)outside);
                    letter = letter.With((Outside)outside, random.Next(2) == 0 ? 0 : random.Next(options));
                }

                WrongSensor sensor = model.Sensors[random.Next(model.Sensors.Count)];
                model.Read(plant, letter, Phase.Held, reading);
                Fact right = LaneFacts.Of(reading, profile);
                sensor.Apply(reading);
                Fact changed = right ^ LaneFacts.Of(reading, profile);
                Assert.True((changed & ~sensor.Touches) == Fact.None, $"{sensor.Name}: {changed & ~sensor.Touches}");
            }
        }
    }

    [Fact]
    public void A_vehicle_is_not_let_go_when_insulation_is_lost_while_the_hoist_withdraws()
    {
        SwapTable table = new(TopLiftTruck.Profile());
        SwapState now = new() { Phase = Phase.Withdrawing };
        SwapState next = new();
        SwapOutput output = new();
        const Fact seen = Fact.LockClosed | Fact.ConnectorMated | Fact.RightPackSeen | Fact.HoistRaised
            | Fact.VehiclePresent | Fact.LockSignalAlive;
        SwapMachine.Step(table, now, seen, 1_000, next, output);
        Assert.Equal(Phase.Withdrawing, next.Phase);
        SwapMachine.Step(table, now, seen | Fact.PackHealthy, 1_000, next, output);
        Assert.Equal(Phase.Releasing, next.Phase);
        now.Retries = 1;
        SwapMachine.Step(table, now, seen, 100_000, next, output);
        Assert.Equal((Phase.Held, Fault.NewPackUnhealthy), (next.Phase, next.Fault));
    }

    [Theory]
    [InlineData(Phase.Gripping)]
    [InlineData(Phase.Unlocking)]
    [InlineData(Phase.Withdrawing)]
    public void A_hanging_pack_holds_a_phase_that_opens_or_lowers_the_gripper(Phase phase)
    {
        SwapState next = new();
        SwapOutput output = new();
        const Fact seen = (Fact)ulong.MaxValue & ~(Fact.MustStop | SwapCauses.Emergencies | SwapCauses.Aborts
            | Fact.SafetyChainOpen | Fact.LockContradicts | Fact.LockImplausible | Fact.LockSignalLost
            | Fact.SensorsContradict | Fact.VehicleUnprepared | Fact.RelayWelded | Fact.HighVoltageOn | Fact.BaySilent
            | Fact.StoreBayAlarm | Fact.TakeBayAlarm | Fact.OtherVehicle);
        SwapMachine.Step(new SwapTable(TopLiftTruck.Profile()), new SwapState { Phase = phase }, seen, 0, next, output);
        Assert.Equal((Phase.Held, Fault.HoistStillLoaded), (next.Phase, next.Fault));
    }

    [Theory]
    [InlineData(Drive.Grip, Fact.None)]
    [InlineData(Drive.Unlock, Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips)]
    [InlineData(Drive.Withdraw, Fact.LockClosed | Fact.ConnectorMated)]
    public void By_hand_no_gripper_opens_or_goes_down_with_a_pack_in_it(Drive drive, Fact seen)
    {
        Assert.Equal(drive, Interlocks.ByHand(drive, seen));
        Assert.Equal(Drive.None, Interlocks.ByHand(drive, seen | Fact.HoistLoaded));
    }

    [Fact]
    public void By_hand_a_raised_pack_is_not_placed_onto_a_seat_that_has_one()
    {
        const Fact seen = Fact.LockOpen | Fact.HoistGrips | Fact.HoistLoaded | Fact.HoistRaised;
        Assert.Equal(Drive.Place, Interlocks.ByHand(Drive.Place, seen));
        Assert.Equal(Drive.None, Interlocks.ByHand(Drive.Place, seen | Fact.PackOnVehicle));
        Assert.Equal(Drive.Place, Interlocks.ByHand(Drive.Place, (seen | Fact.PackOnVehicle) & ~Fact.HoistRaised));
    }

    [Fact]
    public void Wheel_loader_and_port_tractor_are_one_task_and_what_a_proof_looks_at_makes_another()
    {
        SwapProfile tractor = PortTractor.Profile();
        Assert.True(SameTask.Of(WheelLoader.Profile(), tractor));
        Assert.False(SameTask.Of(TopLiftTruck.Profile(), tractor));
        Action<SwapProfile>[] changes =
        [
            profile => profile.LockPoints = 1, profile => profile.LockByFrame = false, profile => profile.SettleMs++,
            profile => profile.Packs = 2,
            profile => profile.Steps[6] = new StepPlan(Phase.Unlocking, Fact.LockOpen, Fact.None, 10_000, 1, true),
        ];
        Assert.All(changes, change =>
        {
            SwapProfile other = PortTractor.Profile();
            change(other);
            Assert.False(SameTask.Of(tractor, other));
        });
    }

    [Fact]
    public void A_lock_of_two_points_without_a_frame_is_not_that_of_four()
    {
        SwapProfile two = BottomSwapCar.Profile();
        two.LockPoints = 2;
        SwapProfile four = BottomSwapCar.Profile();
        four.LockPoints = 4;
        Assert.False(SameTask.Of(two, four));
        Assert.True(SameTask.Of(four, BottomSwapCar.Profile()));
    }

    [Fact]
    public void An_unknown_profile_is_wrong_usage()
    {
        using StringWriter error = new();
        Assert.Equal(ExitCode.WrongInput, CheckCommand.Run(["no-such"], TextWriter.Null, error, terminal: false));
        Assert.Contains("no-such: no such profile", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_prints_states_transitions_and_each_property_with_its_count()
    {
        using StringWriter output = new();
        Assert.Equal(ExitCode.Passed, CheckCommand.Run(["battery-cabinet"], output, TextWriter.Null, terminal: false));
        string text = output.ToString();
        Assert.Contains("rows of a phase are pairwise disjoint", text, StringComparison.Ordinal);
        Assert.Contains("a door opened while another is open", text, StringComparison.Ordinal);
        Assert.Contains("every property holds", text, StringComparison.Ordinal);
    }
}

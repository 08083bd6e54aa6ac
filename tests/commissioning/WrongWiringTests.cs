using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>What an electrician gets wrong is found by a step that fails, with a sentence that says where to look.
/// </summary>
public sealed class WrongWiringTests
{
    private static readonly CommissionPlan Lane = new(StationPlace.LaneNode, WaitMs: 8_000);
    private static readonly CommissionPlan Bays = new(StationPlace.BayNode, WaitMs: 15_000);

    private readonly StationPlace _station = new();

    [Fact]
    public void Two_inputs_that_are_exchanged_each_fail_and_name_the_other()
    {
        _station.Io.Crossed = (LaneSensor.HandbrakeOn, LaneSensor.HoistReady);
        AssertFails(Lane, "inputs/handbrake-on", "has changed instead: hoist ready. Look for crossed wires");
        AssertFails(Lane, "inputs/hoist-ready", "has changed instead: handbrake. Look for crossed wires");
    }

    [Theory]
    [InlineData("inputs/lock-open-1")]
    [InlineData("inputs/lock-closed-1")]
    public void The_two_ends_of_a_lock_exchanged_fail_although_both_change(string step)
    {
        _station.Io.Crossed = (LaneSensor.LockOpen, LaneSensor.LockClosed);
        AssertFails(Lane, step, "two ends may be exchanged");
    }

    [Fact]
    public void A_sensor_at_its_end_passes_with_the_wires_right()
    {
        using CommissionRig rig = new(_station);
        foreach (string step in (string[])
            ["inputs/lock-open-1", "inputs/lock-closed-1", "inputs/connector-mated", "inputs/connector-parted"])
        {
            CommissionResult result = Assert.Single(rig.Walk(Lane with { Step = step, WaitMs = 30_000 }).Results);
            Assert.True(result.Outcome == CommissionOutcome.Passed, $"{step}: {result.Seen}");
        }
    }

    [Fact]
    public void A_broken_wire_stays_off_and_is_called_so()
    {
        _station.Io.Broken = LaneSensor.HoistTongueLocked;
        AssertFails(Lane, "inputs/hoist-tongue-locked", "it stayed off. Look for a broken or loose wire");
    }

    [Fact]
    public void A_bridge_stays_on_and_is_called_so()
    {
        _station.Io.Dead = LaneSensor.PackInPlace2;
        AssertFails(Lane, "inputs/pack-in-place2", "it stayed on. Look for a bridge");
    }

    [Fact]
    public void Another_input_than_the_one_asked_for_fails_and_is_named()
    {
        _station.Technician.Mistake = (LaneSensor.HoistReady, LaneSensor.HandbrakeOn);
        AssertFails(Lane, "inputs/hoist-ready", "instead: handbrake");
    }

    [Fact]
    public void Another_button_than_the_one_asked_for_fails_and_is_named()
    {
        _station.Technician.WrongButton = (Drive.Unlock, Drive.Lock);
        AssertFails(Lane, "outputs/unlock", "Another button was seen: lock");
    }

    [Fact]
    public void An_output_that_reaches_no_relay_is_found_by_its_missing_feedback()
    {
        _station.Io.Parted = Drive.Grip;
        AssertFails(Lane, "swap/grip", "not seen: hoist grips", "the wire of this output");
    }

    [Fact]
    public void A_drive_whose_interlock_speaks_against_it_is_no_swap_and_the_missing_fact_is_named()
    {
        AssertFails(Lane, "swap/lift", "refused by the interlock (not: lock open");
        using CommissionRig rig = new(new StationPlace());
        Assert.Equal(
            CommissionOutcome.Passed, Assert.Single(rig.Walk(Lane with { Step = "outputs/lift" }).Results).Outcome);
    }

    [Theory]
    [InlineData(Drive.ShowClosed, "signs/show-closed")]
    [InlineData(Drive.CallPerson, "signs/call-person")]
    [InlineData(Drive.SoundAlarm, "signs/sound-alarm")]
    public void A_lamp_or_horn_that_nobody_sees_or_hears_fails(Drive dark, string step)
    {
        _station.Technician.Dark.Add(dark);
        AssertFails(Lane with { WaitMs = 20_000 }, step, "nobody said that it is seen or heard");
    }

    [Fact]
    public void Two_CAN_buses_exchanged_are_told_by_the_messages_on_them()
    {
        (_station.Link, _station.PackBus) = (_station.PackBus, _station.Link);
        AssertFails(
            Lane, "can", "station link: identifiers", "belongs to another bus (swap pack)",
            "belongs to another bus (station link)");
    }

    [Fact]
    public void The_buses_of_two_chargers_exchanged_are_told_where_only_one_bay_has_a_pack()
    {
        (_station.ChargerBuses[0], _station.ChargerBuses[1]) = (_station.ChargerBuses[1], _station.ChargerBuses[0]);
        AssertFails(Bays, "can", "charger 2: nothing is heard", "belongs to another bus (charger 1)");
    }

    [Fact]
    public void A_bus_without_frames_fails_with_a_word_on_its_termination_and_its_pack_is_missed()
    {
        _station.PackBus = new Wire("cut").Connect("lane node", 256);
        AssertFails(Lane, "can", "swap pack: nothing is heard", "60 ohms");
        AssertFails(Lane, "bms", "its BMS is not heard");
    }

    [Fact]
    public void A_bus_without_termination_fails_by_its_error_counters_although_frames_come()
    {
        _station.PackBus = new RingingBus(_station.PackBus);
        AssertFails(Lane, "can", "swap pack: identifiers", "60 ohms");
    }

    [Fact]
    public void A_bus_of_another_bit_rate_or_device_is_called_foreign()
    {
        _station.PackBus = new ForeignBus(_station.PackBus);
        AssertFails(Lane, "can", "None of these identifiers belongs to this bus");
    }

    [Fact]
    public void The_contacts_of_two_bays_exchanged_fail_and_name_each_other()
    {
        _station.BayIo.Crossed = true;
        AssertFails(Bays, "inputs/1-pack-present", "Another input has changed instead: 2: pack present");
        AssertFails(Bays, "inputs/2-pack-present", "Another input has changed instead: 1: pack present");
        AssertFails(Bays, "sensors", "1: the two contacts of the place contradict each other");
    }

    [Fact]
    public void A_charger_whose_enable_wire_is_broken_is_told_from_a_permit_that_is_not_given()
    {
        _station.BayIo.Parted.Add(1);
        AssertFails(Bays, "outputs/2-charge", "charge permit given, contactor open. Look at the wire from this output");
        StationPlace empty = new();
        empty.World.Bays[1].SmokeDetected = true;
        using CommissionRig rig = new(empty);
        CommissionResult result = Assert.Single(rig.Walk(Bays with { Step = "outputs/2-charge" }).Results);
        Assert.Contains(
            "no charge permit, contactor open. Is the pack full, isolated", result.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_latches_of_a_cabinet_exchanged_fail_and_the_door_that_opened_is_not_taken_for_the_other()
    {
        CabinetPlace place = new();
        place.Io.Crossed = true;
        using CommissionRig rig = new(place);
        CommissionPlan plan = new(CabinetPlace.Node, Step: "outputs/1-latch", WaitMs: 12_000);
        CommissionResult result = Assert.Single(rig.Walk(plan).Results);
        Assert.Equal(CommissionOutcome.Failed, result.Outcome);
        Assert.Contains("Another input has changed instead: 2: door open", result.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_to_packs_that_nobody_answers_on_fails()
    {
        CabinetPlace place = new();
        foreach (CabinetDoorway door in place.Cabinet.Doors)
        {
            if (door.Pack is not null)
            {
                door.Pack.Talks = false;
            }
        }

        using CommissionRig rig = new(place);
        CommissionResult result = Assert.Single(rig.Walk(new(CabinetPlace.Node, Step: "can")).Results);
        Assert.Equal(CommissionOutcome.Failed, result.Outcome);
        Assert.Contains("wires A and B of the pack line", result.Seen, StringComparison.Ordinal);
    }

    private void AssertFails(CommissionPlan plan, string step, params string[] told)
    {
        using CommissionRig rig = new(_station);
        CommissionResult result = Assert.Single(rig.Walk(plan with { Step = step }).Results);
        Assert.Equal((step, CommissionOutcome.Failed), (result.Step, result.Outcome));
        Assert.All(told, part => Assert.Contains(part, result.Seen, StringComparison.Ordinal));
    }

    /// <summary>Frames come, and more and more of them had to be sent again.</summary>
    private sealed class RingingBus(ICanBus bus) : ICanBus, ICanErrors
    {
        private int _reads;

        public int Overflows => bus.Overflows;

        public int TransmitErrors => 0;

        public int ReceiveErrors => Math.Min(90, _reads / 100);

        public int BusOffs => 0;

        public bool Receive(CanFrame into)
        {
            _reads++;
            return bus.Receive(into);
        }

        public bool Send(CanFrame frame) => bus.Send(frame);
    }

    private sealed class ForeignBus(ICanBus bus) : ICanBus
    {
        public int Overflows => bus.Overflows;

        public bool Receive(CanFrame into)
        {
            bool came = bus.Receive(into);
            into.Id = (into.Id & 0xFF) | 0x0CF00400;
            return came;
        }

        public bool Send(CanFrame frame) => bus.Send(frame);
    }
}

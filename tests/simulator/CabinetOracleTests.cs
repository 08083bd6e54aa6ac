using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>What the oracle of a cabinet's lives must see, shown to it by hand.</summary>
public sealed class CabinetOracleTests
{
    private readonly CabinetLifeStation _station;

    public CabinetOracleTests()
    {
        CabinetPlan plan = CabinetPlan.Demonstration(new Prng(6)) with { ArrivesMs = 1_000_000 };
        _station = new CabinetLifeStation(plan, [plan.Card], new Prng(6));
        for (int pass = 0; pass < 400; pass++)
        {
            _station.Pass();
        }
    }

    [Fact]
    public void A_cabinet_that_charges_its_packs_is_safe()
    {
        Assert.Contains(_station.World.Doors, door => door.ChargePermitted);
        Assert.Empty(_station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_latch_that_is_driven_in_a_phase_without_motion_is_unsafe_at_once()
    {
        Show(door => door.Coil = door.Number == 3, 25);
        Assert.Contains(Unsafe.MotionWhileHeld, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_second_door_and_a_charger_behind_an_open_one_are_unsafe_after_two_passes()
    {
        Show(door => (door.Coil, door.ChargePermitted) = (door.Number < 3, true), 100);
        Assert.DoesNotContain(Unsafe.TwoDoorsOpened, _station.Oracle.Judgement.Seen);
        Show(door => (door.Coil, door.ChargePermitted) = (door.Number < 3, true), 700);
        Assert.Contains(Unsafe.TwoDoorsOpened, _station.Oracle.Judgement.Seen);
        Assert.Contains(Unsafe.ChargingBehindOpenDoor, _station.Oracle.Judgement.Seen);
        Assert.Contains(Unsafe.DoorOpenedOnLiveCharger, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void Charging_while_it_burns_is_unsafe_and_the_node_ends_it_in_time()
    {
        _station.World.FireDetected = true;
        _station.Pass();
        _station.Pass();
        Assert.DoesNotContain(_station.World.Doors, door => door.ChargePermitted);
        Assert.Empty(_station.Oracle.Judgement.Seen);
        Show(door => door.ChargePermitted = true, 300);
        Assert.Contains(Unsafe.ChargingInFire, _station.Oracle.Judgement.Seen);
    }

    [Fact]
    public void A_latch_whose_contact_is_wrong_is_not_judged()
    {
        _station.Pins.Break(0, DoorContacts.Latch, SensorFault.StuckOn);
        Show(door => (door.Coil, door.ChargePermitted) = (door.Number == 1, true), 900);
        Assert.DoesNotContain(Unsafe.ChargingBehindOpenDoor, _station.Oracle.Judgement.Seen);
    }

    /// <summary>Outputs that the node did not write, as the oracle sees them while the world goes on.</summary>
    private void Show(Action<CabinetDoorway> set, int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += 25)
        {
            foreach (CabinetDoorway door in _station.World.Doors)
            {
                set(door);
            }

            _station.World.Step(25);
            _station.Oracle.Check(_station.Node.Node);
        }
    }
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A truck without a pack gets another one when the bay that was to give it is lost.</summary>
public sealed class LaneLostBayTests
{
    private const uint Third = 4711;

    private readonly LaneRig _rig = new() { ThirdSerial = Third };

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_take_bay_that_is_lost_after_stowing_is_replaced_once_a_person_confirms(bool aborted, bool restarted)
    {
        Lose();
        if (aborted)
        {
            _rig.Inputs.AbortPressed = true;
            _rig.Pass(3);
            _rig.Inputs.AbortPressed = false;
        }

        if (restarted)
        {
            _rig.Restart();
            _rig.Pass(100);
        }

        ConfirmTwice();
        Assert.Equal((Phase.Fetching, 1, 3),
            (_rig.Phase, _rig.Node.Lane.Bays.StoreBay, _rig.Node.Lane.Bays.TakeBay));
        End(3, Third);
    }

    [Fact]
    public void A_bay_that_has_another_pack_now_gives_that_one()
    {
        _rig.ThirdSerial = 0;
        _rig.DriveTo(Phase.Fetching);
        _rig.BaysTalk = false;
        _rig.Pass(60);
        Assert.Equal(Phase.Held, _rig.Phase);
        _rig.TakeSerial = 777;
        _rig.BaysTalk = true;
        _rig.Pass(60);
        ConfirmTwice();
        End(2, 777);
    }

    [Fact]
    public void Without_another_pack_the_truck_stays_held_and_the_lost_bay_is_taken_when_it_is_back()
    {
        _rig.ThirdSerial = 0;
        Lose();
        ConfirmTwice();
        Assert.Equal(Phase.Held, _rig.Phase);
        Assert.Equal(Drive.HoldVehicle | Drive.CallPerson, _rig.Drives);
        _rig.TakeBayDead = false;
        _rig.Pass(60);
        ConfirmTwice();
        End(2, 1002);
    }

    [Fact]
    public void The_old_pack_is_not_given_back_though_a_restart_has_forgotten_its_serial_number()
    {
        _rig.ThirdSerial = 0;
        Lose();
        _rig.StoreBayCharged = true;
        _rig.Restart();
        _rig.Pass(100);
        ConfirmTwice();
        Assert.Equal((Phase.Held, 1, 0), (_rig.Phase, _rig.Node.Lane.Bays.StoreBay, _rig.Node.Lane.Bays.TakeBay));
    }

    private void Lose()
    {
        _rig.DriveTo(Phase.Fetching);
        _rig.TakeBayDead = true;
        _rig.Pass(60);
        Assert.Equal((Phase.Held, Fault.BaySilent), (_rig.Phase, _rig.Fault));
    }

    /// <summary>The first press chooses another pack, the second has it fetched.</summary>
    private void ConfirmTwice()
    {
        _rig.Confirm();
        _rig.Pass(40);
        _rig.Confirm();
    }

    private void End(int bay, uint serial)
    {
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        EventRecord[] all = [.. SwapEvents.Of(_rig.Node.Journal)];
        Assert.Equal(SwapResult.Completed, Assert.Single(all, At(EventKind.SwapEnded)).Summary.Result);
        Assert.Equal(1, Assert.Single(all, At(EventKind.BatteryIn)).Bay);
        EventRecord gone = Assert.Single(all, At(EventKind.BatteryOut));
        Assert.Equal((bay, serial), (gone.Bay, gone.PackSerial));
        Assert.DoesNotContain(all, record => record.Kind == EventKind.SwapOrphaned);
    }

    private static Predicate<EventRecord> At(EventKind kind) => record => record.Kind == kind;
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A customer takes the full pack, puts something else in its place and shuts the door.</summary>
public sealed class CabinetJunkTests
{
    private const uint Planned = 1002;
    private const string JunkCode = "0RJPEA00HAU0AAF130009999";

    private readonly CabinetRig _rig = new();

    public CabinetJunkTests()
    {
        _rig.Settle();
        _rig.Come();
        _rig.Takes = false;
        _rig.DriveTo(Phase.Dispensing);
        _rig.Shuts = false;
        _rig.DriveTo(Phase.Taking);
        _rig.Pass(4);
    }

    private CabinetRigDoor Door => _rig.Doors[1];

    [Theory]
    [InlineData(JunkCode)]
    [InlineData(null)]
    public void The_swap_is_whole_and_what_was_left_behind_is_unexplained_and_kept_apart(string? code)
    {
        Exchange(code is null ? Mute() : new CabinetRigPack(code) { ChargePermille = 950 });
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        _rig.Pass(BayCustody.IdentityMs / 50);
        EventRecord taken = Assert.Single(_rig.Events(EventKind.BatteryOut));
        Assert.Equal((2, Planned), (taken.Bay, taken.PackSerial));
        Assert.Equal(1, Assert.Single(_rig.Events(EventKind.SwapEnded)).Value);
        Assert.Empty(_rig.Events(EventKind.SwapOrphaned));
        EventRecord left = Assert.Single(_rig.Events(EventKind.PackDelivered));
        Assert.Equal((2, (int)CustodyReason.Unexplained), (left.Bay, left.Value));
        Assert.Equal(code is null ? 0u : 9999u, left.PackSerial);
        Assert.Equal((int)IsolationReason.Unexplained, Assert.Single(_rig.Events(EventKind.PackIsolated)).Value);
        Assert.False(Door.Permitted);
    }

    [Fact]
    public void The_next_customer_does_not_get_it()
    {
        Exchange(new CabinetRigPack(JunkCode) { ChargePermille = 1000 });
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        _rig.Doors[3].Pack = null;
        _rig.Pass(1000);
        _rig.Brought = new("0RJPEA00HAU0AAF130001005") { ChargePermille = 100 };
        _rig.Takes = _rig.Shuts = true;
        _rig.Come();
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(4);
        Assert.Equal([Planned, 1003u], _rig.Events(EventKind.BatteryOut).Select(taken => taken.PackSerial));
    }

    [Fact]
    public void What_is_taken_away_again_before_the_swap_ends_is_a_pack_that_has_gone()
    {
        Exchange(new CabinetRigPack(JunkCode));
        Door.Shut = false;
        _rig.Pass(100);
        Door.Pack = null;
        _rig.Pass(4);
        Door.Shut = true;
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(4);
        Assert.Equal(9999u, Assert.Single(_rig.Events(EventKind.PackRemoved)).PackSerial);
        Assert.Equal(Planned, Assert.Single(_rig.Events(EventKind.BatteryOut)).PackSerial);
    }

    [Fact]
    public void After_a_power_loss_another_pack_behind_the_door_still_says_that_the_planned_one_has_left()
    {
        Door.Pack = null;
        _rig.Pass(10);
        Door.Pack = new CabinetRigPack(JunkCode);
        _rig.Pass(10);
        _rig.Restart();
        Door.Shut = true;
        _rig.Settle();
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
        _rig.Pass(2);
        Assert.Equal(Planned, Assert.Single(_rig.Events(EventKind.BatteryOut)).PackSerial);
        Assert.Equal((int)IsolationReason.Remembered, _rig.Events(EventKind.PackIsolated)[^1].Value);
    }

    private static CabinetRigPack Mute() => new(JunkCode) { Talks = false };

    private void Exchange(CabinetRigPack with)
    {
        Door.Pack = null;
        _rig.Pass(20);
        Door.Pack = with;
        _rig.Pass(20);
        Door.Shut = true;
    }
}

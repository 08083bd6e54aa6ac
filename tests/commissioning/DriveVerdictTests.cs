using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>What one look says of a drive by hand, judged by the firmware's own interlocks.</summary>
public sealed class DriveVerdictTests
{
    private const Fact MayUnlock = Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips;

    [Theory]
    [InlineData(Drive.Unlock, Drive.Unlock, MayUnlock, DriveVerdict.Given)]
    [InlineData(Drive.Unlock, Drive.None, MayUnlock, DriveVerdict.WronglyRefused)]
    [InlineData(Drive.Unlock, Drive.None, Fact.HoistGrips | Fact.HighVoltageOff, DriveVerdict.RightlyRefused)]
    [InlineData(Drive.Unlock, Drive.None, MayUnlock | Fact.HighVoltageOn, DriveVerdict.RightlyRefused)]
    [InlineData(Drive.Unlock, Drive.None, MayUnlock | Fact.HoistLoaded, DriveVerdict.RightlyRefused)]
    [InlineData(Drive.Unlock, Drive.Unlock, Fact.HoistGrips, DriveVerdict.WronglyGiven)]
    [InlineData(Drive.Unlock, Drive.Unlock, MayUnlock | Fact.LockContradicts, DriveVerdict.WronglyGiven)]
    [InlineData(Drive.Unlock, Drive.Lock, MayUnlock, DriveVerdict.OtherGiven)]
    [InlineData(Drive.Unlock, Drive.Unlock | Drive.Lift, MayUnlock, DriveVerdict.OtherGiven)]
    [InlineData(Drive.None, Drive.Lift, MayUnlock, DriveVerdict.OtherGiven)]
    [InlineData(Drive.None, Drive.HoldVehicle, MayUnlock, DriveVerdict.None)]
    [InlineData(Drive.Lock, Drive.Lock, MayUnlock, DriveVerdict.None)]
    [InlineData(Drive.Unlock | Drive.Lift, Drive.None, MayUnlock, DriveVerdict.None)]
    public void Unlock_is_judged_by_what_is_asked_given_and_true(
        Drive asked, Drive given, Fact facts, DriveVerdict verdict) =>
        Assert.Equal(verdict, DriveSteps.Judge(Drive.Unlock, Look(asked, given, facts)));

    [Fact]
    public void Every_drive_is_rightly_refused_exactly_where_its_interlock_forbids_it()
    {
        const Fact any = MayUnlock | Fact.LockOpen | Fact.LockClosed | Fact.ConnectorMated;
        foreach (Drive drive in (Drive[])
            [Drive.Grip, Drive.Unlock, Drive.Lift, Drive.Place, Drive.Lock, Drive.Withdraw])
        {
            Assert.Equal(DriveVerdict.Given, DriveSteps.Judge(drive, Look(drive, drive, any)));
            Assert.Equal(DriveVerdict.WronglyRefused, DriveSteps.Judge(drive, Look(drive, Drive.None, any)));
            foreach (Fact needed in Enum.GetValues<Fact>().Where(
                fact => fact != Fact.None && (Interlocks.Of(drive) & fact) == fact))
            {
                Assert.Equal(
                    DriveVerdict.RightlyRefused, DriveSteps.Judge(drive, Look(drive, Drive.None, any & ~needed)));
                Assert.Equal(DriveVerdict.WronglyGiven, DriveSteps.Judge(drive, Look(drive, drive, any & ~needed)));
            }
        }
    }

    [Fact]
    public void A_pack_that_hangs_high_over_a_filled_seat_is_rightly_not_placed()
    {
        const Fact taken = Fact.LockOpen | Fact.HoistGrips | Fact.HoistRaised | Fact.HoistLoaded | Fact.PackOnVehicle;
        Assert.Equal(
            DriveVerdict.RightlyRefused, DriveSteps.Judge(Drive.Place, Look(Drive.Place, Drive.None, taken)));
    }

    private static Sighting Look(Drive asked, Drive given, Fact facts) => new(
        Phase.Maintenance, Fault.None, asked, given, asked, given, facts, [], [], []);
}

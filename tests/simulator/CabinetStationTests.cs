using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>The firmware's cabinet in a simulated one, with customers who do things right and wrong.</summary>
public sealed class CabinetStationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20260601)]
    public void A_customer_swaps_a_pack_and_the_city_has_every_event(ulong seed)
    {
        using CabinetStation station = new(seed);
        DemonstrationReport report = Demonstration.Run(station);
        Assert.Null(report.Failure);
        Assert.Equal(
            ["identifying", "choosing", "admitting", "inserting", "accepting", "dispensing", "taking", "releasing"],
            report.Swap.Select(row => row.Phase));
        PackMove goesOut = Assert.Single(report.Packs, move => move.Out);
        Assert.Equal(goesOut.Code, station.World.Customer.Hand!.Name);
        Assert.InRange(goesOut.ChargePermille, 900, 1000);
        Assert.Equal(1, station.World.MostOpen);
    }

    [Fact]
    public void What_came_in_is_charged_once_the_customer_has_gone()
    {
        using CabinetStation station = new(1);
        Run(station, 200);
        CabinetDoorway door = station.World.Doors.First(
            door => ReferenceEquals(door.Pack, station.World.Customer.Brought));
        double before = door.Pack!.Pack.Soc;
        Pass(station, 20 * 60);
        Assert.True(door.Pack.Pack.Soc > before + 0.005);
    }

    [Theory]
    [InlineData(CabinetMistake.PutsNothingIn, Fault.NothingInserted)]
    [InlineData(CabinetMistake.BringsForeignPack, Fault.OldPackRejected)]
    [InlineData(CabinetMistake.BringsHotPack, Fault.OldPackRejected)]
    public void A_customer_who_is_not_served_goes_home_with_the_pack_that_came(CabinetMistake mistake, Fault fault)
    {
        using CabinetStation station = new(3, mistake);
        Run(station, 200);
        Assert.Same(station.World.Customer.Brought, station.World.Customer.Hand);
        EventRecord ended = Assert.Single(Events(station, EventKind.SwapEnded));
        Assert.Equal((0, (int)fault), (ended.Value, ended.Fault));
        Assert.Empty(Events(station, EventKind.BatteryIn));
        Assert.Equal((0, 1), (station.World.Technician.Confirmed, station.World.MostOpen));
    }

    [Fact]
    public void A_new_pack_that_stays_behind_is_reported_with_the_old_one()
    {
        using CabinetStation station = new(4, CabinetMistake.TakesNothingOut);
        Run(station, 200);
        EventRecord ended = Assert.Single(Events(station, EventKind.SwapEnded));
        Assert.Equal((int)Fault.PackNotTaken, ended.Fault);
        EventRecord orphan = Assert.Single(Events(station, EventKind.SwapOrphaned));
        Assert.Equal(station.World.Customer.Brought.Pack.Identity.Serial, orphan.PackSerial);
    }

    [Fact]
    public void A_door_that_a_customer_leaves_open_is_shut_by_a_technician_and_the_swap_counts()
    {
        using CabinetStation station = new(5, CabinetMistake.LeavesDoorOpen);
        Run(station, 400);
        Assert.Equal(1, station.World.Technician.Confirmed);
        Assert.Contains(Events(station, EventKind.SwapStep), step => step.Fault == (int)Fault.DoorNotClosed);
        Assert.Equal(1, Assert.Single(Events(station, EventKind.SwapEnded)).Value);
        Assert.Empty(Events(station, EventKind.SwapOrphaned));
    }

    [Fact]
    public void Fire_in_the_cabinet_stops_every_charger_within_two_passes()
    {
        using CabinetStation station = new(1);
        Pass(station, 200);
        Assert.Contains(station.World.Doors, door => door.ChargePermitted);
        station.World.FireDetected = true;
        Pass(station, 2);
        Assert.DoesNotContain(station.World.Doors, door => door.ChargePermitted);
    }

    [Fact]
    public void A_recorded_cabinet_replays_to_the_same_lines()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(ExitCode.Passed, CliRun.Of("run", "cabinet", "--record", file).ExitCode);
            Assert.Equal(ExitCode.Passed, CliRun.Of("replay", file).ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Until the customer has gone and the cabinet is idle with all told; fails after that many seconds.
    /// </summary>
    private static void Run(CabinetStation station, int seconds)
    {
        int passes = 0;
        do
        {
            station.Pass();
            passes++;
        }
        while (!(station.CustomerGone && station.Phase == Phase.Idle) && passes < seconds * 20);

        Assert.Equal((true, Phase.Idle), (station.CustomerGone, station.Phase));
        Pass(station, 20);
    }

    private static void Pass(CabinetStation station, int passes)
    {
        for (int i = 0; i < passes; i++)
        {
            station.Pass();
        }
    }

    private static EventRecord[] Events(CabinetStation station, EventKind kind) =>
        [.. station.City.Store.Events().Select(stored => stored.Record).Where(record => record.Kind == kind)];
}

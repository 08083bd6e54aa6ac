using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using Contract = SwapEdge.City.V1;
using Finding = SwapEdge.City.V1.SelfTestFinding;

namespace SwapEdge.Tests.Firmware;

/// <summary>What a node tells of itself when it is asked.</summary>
public sealed class DiagnosticsTests
{
    private readonly LaneRig _rig = new();
    private readonly VirtualVitals _vitals = new();
    private readonly CommandDesk _desk;

    public DiagnosticsTests()
    {
        _desk = new CommandDesk(_rig.Uplink, _rig.Clock, "linfen/station-1/lane-1");
        _rig.Ports.Vitals = _vitals;
        _rig.Restart();
        _rig.Pass(3);
    }

    [Fact]
    public void It_says_what_runs_since_when_why_it_was_started_and_how_the_journal_and_the_uplink_are()
    {
        _vitals.LastEnd = BootReason.Watchdog;
        Contract.Diagnostics told = Diagnose();
        Assert.Equal((Node.Build, _rig.Node.Settings.Board), (told.Firmware, told.Board));
        Assert.Equal(_rig.Node.Settings.Crc, told.SettingsCrc);
        Assert.Equal((2u, Contract.BootReason.Watchdog), (told.Boot, told.BootReason));
        Assert.Equal((_rig.Clock.UtcMs, Contract.TimeQuality.Sntp), (told.UtcMs, told.TimeQuality));
        Assert.InRange(told.UptimeMs, 100ul, 1000ul);
        Journal journal = _rig.Node.Journal;
        Assert.Equal(journal.Identity, told.Journal.Journal);
        Assert.Equal((1ul, 0u, 0u), (told.Journal.FirstSequence, told.Journal.EventsLost, told.Journal.RecordsDamaged));
        Assert.Equal(new Contract.UplinkHealth(), told.Uplink);
        Assert.Null(told.Certificates);
        Assert.Empty(told.Findings);
    }

    [Fact]
    public void Memory_is_that_of_the_last_sample_and_the_least_of_all()
    {
        _rig.Pass(1300);
        (_vitals.FreeBytes, _vitals.NativeLargestBytes) = (1_000_000, 90_000);
        _rig.Pass(1300);
        (_vitals.FreeBytes, _vitals.NativeLargestBytes) = (2_000_000, 100_000);
        _rig.Pass(1300);
        Contract.Memory told = Diagnose().Memory;
        Assert.Equal((2_000_000u, 1_000_000u), (told.FreeBytes, told.LeastFreeBytes));
        Assert.Equal((240_000u, 240_000u), (told.NativeFreeBytes, told.LeastNativeFreeBytes));
        Assert.Equal((100_000u, 90_000u), (told.NativeLargestBytes, told.LeastNativeLargestBytes));
    }

    [Fact]
    public void What_the_board_does_not_know_is_left_out()
    {
        _rig.Ports.Vitals = null;
        _rig.Restart();
        Contract.Diagnostics told = Diagnose();
        Assert.Null(told.Memory);
        Assert.Equal(Contract.BootReason.Unknown, told.BootReason);
    }

    [Fact]
    public void Refused_commands_are_counted_by_their_reason()
    {
        _desk.Deliver([1, 2, 3]);
        _desk.Deliver([1, 2, 3, 4]);
        _desk.Send(body => body.ClearIsolation = new());
        _rig.Pass(5);
        uint[] refused = [.. Diagnose().CommandsRefused];
        Assert.Equal((2u, 1u), (
            refused[(int)Contract.CommandReason.Unparsable], refused[(int)Contract.CommandReason.LocalOnly]));
        Assert.Equal(3u, refused.Aggregate((sum, one) => sum + one));
    }

    [Fact]
    public void Each_bus_tells_its_frames_by_what_was_made_of_them()
    {
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(20);
        Contract.BusHealth[] buses = [.. Diagnose().Buses];
        Assert.Equal(
            [Contract.BusKind.StationLink, Contract.BusKind.SwapPack], buses.Select(bus => bus.Kind));
        Assert.InRange(buses[1].Frames[(int)DecodeResult.Ok], 10u, 1_000_000u);
        Assert.False(buses[0].HasTransmitErrors);
    }

    [Fact]
    public void The_last_eight_faults_and_warnings_are_told_newest_first()
    {
        LaneFaultsHappen(10);
        Contract.Trouble[] told = [.. Diagnose().Troubles];
        Assert.Equal(8, told.Length);
        Assert.Equal(told.OrderByDescending(one => one.Sequence), told);
        EventRecord newest = JournaledEvents.Read(_rig.Node.Journal, told[0].Sequence);
        Assert.Equal(
            ((int)newest.Kind, newest.Fault, newest.UptimeMs, newest.UtcMs),
            ((int)told[0].Kind, (int)told[0].Fault, (long)told[0].UptimeMs, told[0].UtcMs));
        Assert.All(told, one => Assert.True(one.Fault != 0 || one.Warning is not null));
        _rig.Restart();
        _rig.Pass(3);
        Contract.Trouble[] afterwards = [.. Diagnose().Troubles];
        Assert.Equal(8, afterwards.Length);
        Assert.All(told.Take(6), one => Assert.Contains(one, afterwards));
    }

    [Fact]
    public void The_self_test_finds_what_is_wrong_and_nothing_else()
    {
        Assert.Empty(SelfTest().Findings);
        Assert.Equal(3_200_000u, SelfTest().FreeBytes);
        _rig.Clock.UtcMs = 1_700_000_000_000;
        _rig.Pass(30);
        Assert.Equal([Finding.TimeImplausible], SelfTest().Findings);
        _rig.Clock.UtcMs = new FixedClock().UtcMs;
        _vitals.NativeLargestBytes = 17_000;
        _rig.Pass(1300);
        Assert.Equal([Finding.MemoryLow], SelfTest().Findings);
        _vitals.NativeLargestBytes = 18_000;
        _rig.Pass(1300);
        Assert.Empty(SelfTest().Findings);
    }

    [Fact]
    public void A_certificate_that_ends_within_a_week_is_found()
    {
        _rig.Ports.Certificates = new ScriptedCertificates { Given = CertificateDesk.Ending(6) };
        _rig.Restart();
        _rig.Pass(3);
        Assert.Equal([Finding.CertificateEnds], SelfTest().Findings);
        Assert.Equal(6, Diagnose().Certificates.DeviceDaysLeft);
    }

    [Fact]
    public void Before_anybody_has_told_the_time_that_is_found_and_the_result_still_comes()
    {
        _rig.Clock.UtcQuality = TimeQuality.Unknown;
        _rig.Restart();
        SelfTest test = _rig.Node.SelfTest;
        test.Run();
        Assert.Equal(1 << (int)SwapEdge.Protocol.SelfTestFinding.TimeUnknown, test.Found);
    }

    [Fact]
    public void Lost_frames_and_a_bus_that_goes_off_are_found()
    {
        SickBus bus = new();
        _rig.Ports.Link = bus;
        _rig.Restart();
        _rig.Pass(3);
        Assert.Empty(SelfTest().Findings);
        bus.ReceiveErrors = 128;
        Assert.Equal([Finding.BusErrors], SelfTest().Findings);
        (bus.ReceiveErrors, bus.Overflows) = (127, 3);
        Assert.Equal([Finding.FramesLost], SelfTest().Findings);
        (bus.BusOffs, bus.TransmitErrors) = (1, 5);
        Assert.Equal([Finding.BusErrors, Finding.FramesLost], SelfTest().Findings);
        Assert.Equal(3u, SelfTest().FramesLost);
        Contract.BusHealth told = Diagnose().Buses[0];
        Assert.Equal((3u, 5u, 127u, 1u), (told.FramesLost, told.TransmitErrors, told.ReceiveErrors, told.BusOffs));
    }

    [Fact]
    public void With_every_count_at_its_highest_it_still_fits_and_only_the_oldest_troubles_are_left_out()
    {
        LaneFaultsHappen(10);
        Node node = _rig.Node;
        Array.Fill(node.Uplink.Commands.Refused.ByReason, uint.MaxValue);
        Array.Fill(((Lane)node.Role).Bus.Counts, uint.MaxValue);
        (Journal journal, Uplink uplink) = (node.Journal, node.Uplink);
        journal.RefusedCommits = journal.DamagedRecords = journal.DamagedSegments = uint.MaxValue;
        uplink.RefusedAcks = uplink.EarlyAcks = uplink.Resends = uplink.GivenUp = uint.MaxValue;
        uplink.Telemetry.Store.Dropped = node.Telemetry.BlackBox.Skipped = uint.MaxValue;
        _rig.Ports.Certificates = new ScriptedCertificates();
        Contract.Diagnostics told = Diagnose();
        Assert.Equal(28, told.CommandsRefused.Count);
        Assert.Equal([0, 32], told.Buses.Select(bus => bus.Frames.Count));
        Assert.InRange(told.Troubles.Count, 6, 8);
    }

    [Fact]
    public void Nothing_of_a_certificate_is_in_it_neither_in_force_nor_offered()
    {
        CertificateDesk city = new();
        byte[] kept = CertificateDesk.Ending(300, 700);
        byte[] offered = CertificateDesk.Ending(200, 500);
        city.Renew(kept);
        city.Run(TimeSpan.FromMinutes(1));
        city.Offer(offered);
        city.Ask(body => body.Diagnose = new());
        byte[] told = city.Rig.Uplink.On("/result").Last();
        Assert.NotNull(Contract.Result.Parser.ParseFrom(told).Diagnostics.Certificates);
        foreach (byte[] certificate in (byte[][])[kept, offered])
        {
            for (int at = 8; at + 5 <= certificate.Length; at++)
            {
                Assert.Equal(-1, told.AsSpan().IndexOf(certificate.AsSpan(at, 5)));
            }
        }
    }

    [Fact]
    public void A_bay_node_and_a_cabinet_tell_of_their_own_buses()
    {
        BayRig bays = new();
        Assert.Equal(
            [(BusKind.StationLink, 0), (BusKind.Charger, 1), (BusKind.Charger, 2)], Buses(bays.Node.Role));
        Assert.Equal([(BusKind.PackLine, 0)], Buses(new CabinetRig().Node.Role));
    }

    private static IEnumerable<(BusKind Kind, int Bay)> Buses(NodeRole role)
    {
        BusFigures figures = new();
        for (int i = 0; role.ReadBus(i, figures); i++)
        {
            Assert.True(figures.Kind == BusKind.StationLink || figures.Frames is { Length: > 0 });
            yield return (figures.Kind, figures.Bay);
        }
    }

    private Contract.Diagnostics Diagnose()
    {
        _desk.Send(body => body.Diagnose = new());
        _rig.Pass(5);
        byte[] message = _rig.Uplink.On("/result").Last();
        Assert.InRange(message.Length, 20, 1024);
        Contract.Result result = Contract.Result.Parser.ParseFrom(message);
        Assert.Equal(Contract.Result.DetailOneofCase.Diagnostics, result.DetailCase);
        return result.Diagnostics;
    }

    private Contract.SelfTest SelfTest()
    {
        _desk.Send(body => body.SelfTest = new());
        _rig.Pass(5);
        return _desk.Results[^1].SelfTest;
    }

    private void LaneFaultsHappen(int times)
    {
        for (int i = 0; i < times; i++)
        {
            _rig.Inputs.FireLoopClosed = false;
            _rig.Pass(5);
            _rig.Inputs.FireLoopClosed = true;
            _rig.Pass(5);
            _rig.Confirm();
            _rig.Pass(5);
            _rig.Confirm();
            _rig.Pass(5);
        }
    }

    private sealed class SickBus : ICanBus, ICanErrors
    {
        public int Overflows { get; set; }

        public int TransmitErrors { get; set; }

        public int ReceiveErrors { get; set; }

        public int BusOffs { get; set; }

        public bool Receive(CanFrame into) => false;

        public bool Send(CanFrame frame) => true;
    }
}

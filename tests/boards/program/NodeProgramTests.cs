using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

public sealed class NodeProgramTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(one => (byte)one)];
    private static readonly byte[] Bays = BoardRig.SettingsOf("bays-1", "esp32-wrover");

    [Fact]
    public void A_board_with_settings_and_key_runs_its_node_and_says_who_it_is()
    {
        BoardRig rig = Wired(new(Wrover, Bays, Key));
        rig.Start();
        rig.Run(15_000);

        Assert.Matches(
            "^SwapEdge node=linfen/truck-1/bays-1 build=.* board=esp32-wrover settings=[0-9A-F]{8} "
                + "journal=[0-9A-F]{16} boot=1\\.$",
            rig.Program.Line);
        Assert.NotNull(SwapEdge.Boards.Flash.DeviceReport.OfBanner(rig.Program.Line, "linfen/truck-1/bays-1"));
        Assert.All(rig.Board.Buses, bus => Assert.True(bus.Alive));
        Assert.Equal(0, rig.Board.Findings);
        Assert.Equal(0, rig.Program.Node.SelfTest.Found);
        EventRecord record = new();
        Assert.False(rig.Program.Node.Journal.FindLast(EventKind.Audit, record)
            && record.Action == AuditAction.SelfTestFailed);
    }

    [Fact]
    public void What_does_not_answer_at_power_on_is_found_and_told_as_an_event()
    {
        BoardRig rig = new(Wrover, Bays, Key);
        rig.Start();
        rig.Run(15_000);

        const int Expected = 1 << (int)SelfTestFinding.InputsImplausible | 1 << (int)SelfTestFinding.BusSilent
            | 1 << (int)SelfTestFinding.HeartbeatUnheard;
        Assert.Equal(Expected, rig.Board.Findings);
        EventRecord record = new();
        Assert.True(rig.Program.Node.Journal.FindLast(EventKind.Audit, record));
        Assert.Equal((AuditAction.SelfTestFailed, Expected), (record.Action, record.Value & Expected));
    }

    [Fact]
    public void Without_settings_or_key_or_with_those_of_another_board_or_kind_no_node_is_made()
    {
        Assert.EndsWith(" refuses=9", new BoardRig(Wrover, null, Key).Program.Line, StringComparison.Ordinal);
        Assert.EndsWith(" refuses=11", new BoardRig(Wrover, Bays, null).Program.Line, StringComparison.Ordinal);
        byte[] torn = Bays[..^1];
        Assert.EndsWith(" refuses=1", new BoardRig(Wrover, torn, Key).Program.Line, StringComparison.Ordinal);
        byte[] other = BoardRig.SettingsOf("bays-1", "esp32-s3");
        Assert.EndsWith(" refuses=10", new BoardRig(Wrover, other, Key).Program.Line, StringComparison.Ordinal);
        byte[] lane = BoardRig.SettingsOf("lane-1", "esp32-wrover");
        Assert.EndsWith(" refuses=6", new BoardRig(Wrover, lane, Key).Program.Line, StringComparison.Ordinal);
        Assert.Null(new BoardRig(Wrover, other, Key).Ports);
    }

    [Fact]
    public void A_board_that_waited_for_its_settings_is_not_in_safe_mode_when_it_gets_them()
    {
        MemoryStore notes = new(64 * 1024);
        for (int i = 0; i < 2 * RunRecord.FailuresToSafe; i++)
        {
            Assert.Null(new BoardRig(Wrover, null, Key, notes).Ports);
        }

        Assert.IsType<BayPorts>(new BoardRig(Wrover, Bays, Key, notes).Ports);
    }

    [Fact]
    public void After_four_starts_that_did_not_last_a_board_opens_no_bus_and_drives_nothing_but_its_uplink_works()
    {
        MemoryStore notes = new(64 * 1024);
        for (int i = 0; i < RunRecord.FailuresToSafe; i++)
        {
            Assert.IsType<BayPorts>(new BoardRig(Wrover, Bays, Key, notes).Ports);
        }

        BoardRig rig = new(Wrover, Bays, Key, notes);
        Assert.IsType<SafePorts>(rig.Ports);
        rig.Uplink.Link = UplinkLink.Up;
        rig.Start();
        rig.Run(15_000);

        Assert.Empty(rig.Board.Pumps);
        Assert.Equal(1 << (int)SelfTestFinding.SafeMode, rig.Ports!.Vitals.Findings);
        Assert.Contains(rig.Uplink.Published, one => one.Topic.EndsWith("/birth", StringComparison.Ordinal));
        Assert.True(rig.Bench.Pin(13).Driven.HasValue);
    }

    [Fact]
    public void A_run_that_lasts_ends_the_count_of_failed_starts()
    {
        MemoryStore notes = new(64 * 1024);
        for (int i = 0; i < 3; i++)
        {
            Assert.NotNull(new BoardRig(Wrover, Bays, Key, notes).Ports);
        }

        BoardRig lasting = Wired(new(Wrover, Bays, Key, notes));
        lasting.Start();
        lasting.Run(RunRecord.LastsMs + 1_000);
        BoardRig next = new(Wrover, Bays, Key, notes);

        Assert.Equal(0, next.Program.Runs.Failures);
    }

    [Fact]
    public void A_restart_that_is_due_is_made_while_nobody_is_served()
    {
        BoardRig rig = Wired(new(Wrover, Bays, Key));
        rig.Start();
        rig.Run(1_000);
        Assert.False(rig.Restart.Wanted);
        rig.Program.RestartDue = true;
        rig.Run(100);

        Assert.True(rig.Restart.Wanted);
        Assert.Equal(BootReason.Maintenance, rig.Restart.Reason);
    }

    private static SwapEdge.Boards.Esp32Wrover.Board Wrover() => new();

    /// <summary>With all chips and adapters of the board.</summary>
    private static BoardRig Wired(BoardRig rig)
    {
        rig.Bench.Spi(1, 21).Attach(new Mcp2515Chip());
        rig.Bench.Spi(1, 22).Attach(new Mcp23s17Chip(0));
        rig.Bench.Pin(36).Outside = true;
        rig.Adapters.Add(new SlcanAdapter(rig.Bench.Serial("COM2")));
        rig.Adapters.Add(new SlcanAdapter(rig.Bench.Serial("COM3")));
        return rig;
    }
}

using System.Text.RegularExpressions;
using SwapEdge.Boards;
using SwapEdge.Boards.Flash;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>What every board does the same, run on each: start, self test, refusals, safe mode, what fails.</summary>
public sealed class EveryBoardTests
{
    private const int SelfTestedMs = 15_000;

    public static TheoryData<string> Boards => BoardKit.Names;

    public static TheoryData<string, int> Expanders => new(
        from name in (string[])["esp32-wrover", "esp32-s3", "esp32-olimex"]
        from address in Enumerable.Range(0, BoardKit.Of(name).Expanders.Length)
        select (name, address));

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_wired_board_runs_its_node_finds_nothing_wrong_and_asks_for_nothing(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        BoardRig rig = kit.Make(kit.Settings);
        Assert.All(kit.Expanders.SelectMany(chip => chip.Pins), pin => Assert.NotEqual(true, pin.Driven));
        rig.Start();
        rig.Run(SelfTestedMs);
        Assert.Matches(
            $"^SwapEdge node=linfen/{Regex.Escape(rig.Program.Settings.Station)}/{kit.Node} build=.* board={name} "
                + "settings=[0-9A-F]{8} journal=[0-9A-F]{16} boot=1\\.$",
            rig.Program.Line);
        Assert.NotNull(DeviceReport.OfBanner(
            rig.Program.Line, $"linfen/{rig.Program.Settings.Station}/{rig.Program.Settings.Node}"));
        Assert.Equal(0, rig.Board.Findings);
        Assert.Equal(0, rig.Program.Node.SelfTest.Found);
        Assert.Equal(0, kit.Requests(rig));
        Assert.False(rig.Restart.Wanted);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void What_does_not_answer_at_power_on_is_found_and_told_as_an_event(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        kit.MissingExpander = 0;
        kit.AdaptersMissing = kit.HeartbeatUnheard = true;
        BoardRig rig = kit.Make(kit.Settings);
        rig.Start();
        rig.Run(SelfTestedMs);
        int expected = Bit(SelfTestFinding.InputsImplausible) | Bit(SelfTestFinding.HeartbeatUnheard)
            | (rig.Board.Buses.Length > 0 ? Bit(SelfTestFinding.BusSilent) : 0);
        Assert.Equal(expected, rig.Board.Findings);
        Assert.Equal((AuditAction.SelfTestFailed, expected), Told(rig, expected));
        Assert.Equal(0, kit.Requests(rig));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Wrong_settings_or_none_make_no_node_open_no_bus_and_drive_nothing(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        string otherNode = kit.Node == "lane-1" ? "bays-1" : "lane-1";
        string otherBoard = name == "esp32-s3" ? "esp32-wrover" : "esp32-s3";
        (byte[]? Settings, bool Key, string Told)[] cases =
        [
            (null, true, "9"), (kit.Settings, false, "11"), (kit.Settings[..^1], true, "1"),
            (BoardRig.SettingsOf(kit.Node, otherBoard), true, "10"),

            // Of a lane's profile other kinds of node know nothing.
            (BoardRig.SettingsOf(otherNode, name), true, otherNode == "lane-1" ? "6" : "10"),
        ];
        foreach ((byte[]? settings, bool key, string told) in cases)
        {
            BoardRig rig = BoardKit.Of(name).Make(settings, key);
            Assert.Equal($"SwapEdge board={name} refuses={told}", rig.Program.Line);
            Assert.Null(rig.Ports);
            Assert.Empty(rig.Board.Pumps);
            Assert.Equal(0, kit.Requests(rig));
        }
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void More_than_is_wired_does_not_fit(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        BoardRig rig = kit.Make(kit.Settings);
        NodeSettings settings = rig.Program.Settings;
        Assert.True(rig.Board.Fits(settings));
        if (settings.Kind == NodeKind.Lane)
        {
            SwapProfile profile = TopLiftTruck.Profile();
            profile.LockPoints = SwapProfile.MostLockPoints;
            settings.Profile = profile;
        }
        else
        {
            settings.Bays = [.. Enumerable.Range(1, settings.Kind == NodeKind.Bays ? 3 : 9)];
        }

        Assert.False(rig.Board.Fits(settings));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void After_four_starts_that_did_not_last_a_board_opens_no_bus_and_drives_nothing_but_its_uplink_works(
        string name)
    {
        BoardKit kit = BoardKit.Of(name);
        MemoryStore notes = new(64 * 1024);
        for (int i = 0; i < RunRecord.FailuresToSafe; i++)
        {
            Assert.IsNotType<SafePorts>(BoardKit.Of(name).Make(kit.Settings, notes: notes).Ports);
        }

        BoardRig rig = kit.Make(kit.Settings, notes: notes);
        Assert.IsType<SafePorts>(rig.Ports);
        rig.Uplink.Link = UplinkLink.Up;
        rig.Start();
        rig.Run(SelfTestedMs);
        Assert.Empty(rig.Board.Pumps);
        Assert.Equal(Bit(SelfTestFinding.SafeMode), rig.Ports!.Vitals.Findings);
        Assert.Contains(rig.Uplink.Published, one => one.Topic.EndsWith("/birth", StringComparison.Ordinal));
        Assert.Equal(0, kit.Requests(rig));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Requests_of_the_run_before_are_gone_when_the_program_begins_anew(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        BoardRig rig = kit.Make(kit.Settings);
        BoardKit.Ask(rig.Ports);
        Assert.InRange(kit.Requests(rig), 1, 2);
        kit.Again(rig);
        Assert.Equal(0, kit.Requests(rig));
    }

    [Theory]
    [InlineData("esp32-s3")]
    [InlineData("esp32-olimex")]
    public void Expanders_that_lost_their_supply_ask_for_nothing_until_they_are_told_again(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        BoardRig rig = kit.Make(kit.Settings);
        BoardKit.Ask(rig.Ports);
        int asked = kit.Requests(rig);
        Assert.Equal(name == "esp32-s3" ? 1 : 2, asked);
        Array.ForEach(kit.Expanders, chip => chip.PowerCycle());
        Assert.Equal(0, kit.Requests(rig));
        rig.Board.Lines.Refresh();
        Assert.False(rig.Board.Lines.IsSound);
        rig.Board.Lines.Refresh();
        Assert.True(rig.Board.Lines.IsSound);
        Assert.Equal(0, kit.Requests(rig));
        BoardKit.Ask(rig.Ports);
        Assert.Equal(asked, kit.Requests(rig));
    }

    [Theory]
    [MemberData(nameof(Expanders))]
    public void Without_one_expander_the_node_runs_says_so_and_no_other_loses_its_lines(string name, int address)
    {
        BoardKit kit = BoardKit.Of(name);
        kit.MissingExpander = address;
        BoardRig rig = kit.Make(kit.Settings);
        rig.Start();
        rig.Run(SelfTestedMs);
        Assert.Equal(
            Bit(SelfTestFinding.InputsImplausible),
            rig.Board.Findings & ~Bit(SelfTestFinding.HeartbeatUnheard));
        Assert.Equal(0, kit.Requests(rig));
        for (int other = 0; other < kit.Expanders.Length; other++)
        {
            int inputs = kit.Expanders[other][Mcp23s17Chip.Direction];
            Assert.Equal(other == address, !IsSetUp(kit.Expanders[other]));
            Assert.InRange(inputs, 0, 0xFF);
        }
    }

    [Theory]
    [InlineData("esp32-wrover")]
    [InlineData("esp32-s3")]
    public void An_adapter_that_falls_silent_is_found_and_its_return_too(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        BoardRig rig = kit.Make(kit.Settings);
        rig.Start();
        rig.Run(SelfTestedMs);
        Assert.Equal(0, rig.Board.Findings);
        rig.Adapters[0].Mute = true;
        rig.Run(SelfTestedMs);
        Assert.Equal(Bit(SelfTestFinding.BusSilent), rig.Board.Findings);
        Assert.Equal(0, kit.Requests(rig));
        rig.Adapters[0].Mute = false;
        rig.Run(SelfTestedMs);
        Assert.Equal(0, rig.Board.Findings);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_store_that_is_full_is_found_and_told_and_the_node_runs_on(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        BoardRig rig = kit.Make(kit.Settings, room: 100);
        rig.Start();
        rig.Run(SelfTestedMs);
        Assert.NotEqual(0, rig.Program.Node.SelfTest.Found & Bit(SelfTestFinding.StoreRefuses));
        Assert.Equal(0, kit.Requests(rig));
        Assert.False(rig.Restart.Wanted);
    }

    [Theory]
    [InlineData("esp32-wrover", false)]
    [InlineData("esp32-s3", false)]
    [InlineData("esp32-olimex", true)]
    public void A_history_of_a_gigabyte_has_room_on_a_card_and_not_in_flash(string name, bool card)
    {
        const int gigabyte = 1_000_000_000;
        Assert.Equal(card, BoardKit.Of(name).Make(null).Board.StoreBytes >= gigabyte);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_card_or_flash_that_is_not_there_is_a_store_that_refuses_and_the_node_runs_on(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        string nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) + Path.DirectorySeparatorChar;
        FileStore missing = new(nowhere, kit.Make(null).Board.StoreBytes, 4096, 384);
        missing.Open();
        BoardRig rig = kit.Make(kit.Settings);
        rig.Ports!.Store = missing;
        rig.Start();
        rig.Run(SelfTestedMs);
        Assert.NotEqual(0, rig.Program.Node.SelfTest.Found & Bit(SelfTestFinding.StoreRefuses));
        Assert.Equal(0, kit.Requests(rig));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_restart_that_is_due_is_made_while_nobody_is_served(string name)
    {
        BoardKit kit = BoardKit.Of(name);
        BoardRig rig = kit.Make(kit.Settings);
        rig.Start();
        rig.Run(1_000);
        Assert.False(rig.Restart.Wanted);
        rig.Program.RestartDue = true;
        rig.Run(100);
        Assert.Equal((true, BootReason.Maintenance), (rig.Restart.Wanted, rig.Restart.Reason));
    }

    /// <summary>Set up: its control register says that it is addressed.</summary>
    private static bool IsSetUp(Mcp23s17Chip chip) => chip[Mcp23s17Chip.Control] != 0;

    private static int Bit(SelfTestFinding finding) => 1 << (int)finding;

    private static (AuditAction Action, int Found) Told(BoardRig rig, int expected)
    {
        EventRecord record = new();
        Assert.True(rig.Program.Node.Journal.FindLast(EventKind.Audit, record));
        return (record.Action, record.Value & expected);
    }
}

using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>What a program does over several runs, and at a bay node, which is the same on every board.</summary>
public sealed class NodeProgramTests
{
    // Of the expander of esp32-wrover, for bay 1.
    private const int PackPresent = 0;
    private const int ContactorOpen = 2;
    private const int SmokeLoopClosed = 3;

    private readonly BoardKit _kit = BoardKit.Of("esp32-wrover");

    [Fact]
    public void A_board_that_waited_for_its_settings_is_not_in_safe_mode_when_it_gets_them()
    {
        MemoryStore notes = new(64 * 1024);
        for (int i = 0; i < 2 * RunRecord.FailuresToSafe; i++)
        {
            Assert.Null(BoardKit.Of(_kit.Name).Make(null, notes: notes).Ports);
        }

        Assert.IsType<BayPorts>(_kit.Make(_kit.Settings, notes: notes).Ports);
    }

    [Fact]
    public void A_run_that_lasts_ends_the_count_of_failed_starts()
    {
        MemoryStore notes = new(64 * 1024);
        for (int i = 0; i < 3; i++)
        {
            Assert.NotNull(BoardKit.Of(_kit.Name).Make(_kit.Settings, notes: notes).Ports);
        }

        BoardRig lasting = _kit.Make(_kit.Settings, notes: notes);
        lasting.Start();
        lasting.Run(RunRecord.LastsMs + 1_000);
        BoardRig next = BoardKit.Of(_kit.Name).Make(_kit.Settings, notes: notes);
        Assert.Equal(0, next.Program.Runs.Failures);
    }

    [Fact]
    public void A_permit_goes_with_the_expander_that_says_that_a_pack_is_there_within_three_passes()
    {
        BoardRig rig = Permitted();
        rig.Bench.Spi(1, SwapEdge.Boards.Esp32Wrover.Pins.LinesSelect).Cut = true;
        rig.Run(3 * SwapEdge.Boards.Pace.PeriodMs);
        Assert.Equal(0, _kit.Requests(rig));
    }

    [Fact]
    public void A_permit_goes_when_the_adapter_hears_nobody_although_the_contactor_is_closed()
    {
        BoardRig rig = Permitted();
        _kit.Expanders[0].Pins[ContactorOpen].Outside = null;
        rig.Run(ChargerEar.SilentMs + 200);
        Assert.Equal(0, _kit.Requests(rig));
    }

    [Fact]
    public void A_permit_stands_while_a_handshake_may_take()
    {
        BoardRig rig = Permitted();
        rig.Run(ChargerEar.WakeMs - 1_000);
        Assert.Equal(1, _kit.Requests(rig));
        rig.Run(1_200);
        Assert.Equal(0, _kit.Requests(rig));
    }

    /// <summary>A pack stands in bay 1, its charger off and the detector quiet: it may be charged.</summary>
    private BoardRig Permitted()
    {
        BoardRig rig = _kit.Make(_kit.Settings);
        foreach (int line in (int[])[PackPresent, ContactorOpen, SmokeLoopClosed])
        {
            _kit.Expanders[0].Pins[line].Outside = false;
        }

        rig.Start();
        rig.Run(500);
        Assert.Equal(1, _kit.Requests(rig));
        return rig;
    }
}

using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Boards;

/// <summary>When a board may restart, what it refuses to be, and which of its drivers it misses.</summary>
public sealed class BoardDutyTests
{
    private readonly BoardKit _kit = BoardKit.Of("esp32-wrover");

    [Fact]
    public void A_restart_that_is_due_waits_while_a_lane_has_a_bay()
    {
        BoardRig rig = _kit.Make(_kit.Settings);
        rig.Start();
        rig.Run(BayReservation.ListenMs + 1_000);
        BayReservation reservation = ((BayGroup)rig.Program.Node.Role).Bays[0].Reservation;
        reservation.Lane = 1;
        Assert.False(rig.Program.Node.Role.IsIdle);
        rig.Program.RestartDue = true;
        rig.Run(500);
        Assert.False(rig.Restart.Wanted);
        reservation.Lane = 0;
        rig.Run(100);
        Assert.True(rig.Restart.Wanted);
    }

    [Fact]
    public void Settings_that_ask_for_what_the_board_is_not_wired_for_are_refused()
    {
        BoardRig rig = BoardKit.Of("esp32-olimex").Make(BoardRig.SettingsOf("bays-1", "esp32-olimex"));
        Assert.Null(rig.Ports);
        Assert.EndsWith(" refuses=10", rig.Program.Line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_that_keeps_throwing_is_a_silent_bus()
    {
        BoardRig rig = _kit.Make(_kit.Settings);
        rig.Start();
        rig.Run(1_000);
        int before = rig.Board.Findings;
        Assert.Equal(0, before & 1 << (int)SelfTestFinding.BusSilent);
        PumpThread thread = new(new ThrowingPump(), new Uptimes());
        rig.Board.Threads = [thread];
        thread.Once();
        Assert.Equal(before | 1 << (int)SelfTestFinding.BusSilent, rig.Board.Findings);
    }

    private sealed class ThrowingPump : IPump
    {
        public void Pump(long nowMs) => throw new InvalidOperationException("The port is gone.");
    }

    private sealed class Uptimes : IUptime
    {
        public long NowMs => 0;

        public bool Ended => false;
    }
}

using SwapEdge.Boards;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

public sealed class Mcp2515SendingTests
{
    private const uint Id = 0x18FF5080;

    private readonly Mcp2515Rig _rig = Mcp2515Rig.Started();

    [Fact]
    public void A_frame_goes_out_as_it_was_given()
    {
        Assert.True(_rig.Driver.Send(Mcp2515Rig.Frame(0x18FF5080, 1, 2, 3)));
        Assert.True(_rig.Driver.Send(Mcp2515Rig.Frame(0x123, 4)));
        _rig.Pump();
        _rig.Carry();

        Assert.Equal(["18FF5080#010203", "00000123#04"], _rig.Taken.Select(Mcp2515Rig.Text));
        Assert.Equal([true, false], _rig.Taken.Select(frame => frame.Extended));
    }

    [Fact]
    public void Frames_go_out_in_the_order_they_were_given_three_at_a_visit()
    {
        for (byte i = 1; i <= 7; i++)
        {
            Assert.True(_rig.Driver.Send(Mcp2515Rig.Frame(Id, i)));
        }

        _rig.Pump();
        _rig.Carry();
        Assert.Equal(3, _rig.Taken.Count);
        for (int i = 0; i < 3; i++)
        {
            _rig.Pump();
            _rig.Carry();
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], _rig.Taken.Select(frame => (int)frame.Data[0]));
        Assert.Equal(0, _rig.Driver.Health.Unsent);
    }

    [Fact]
    public void A_full_queue_refuses_a_frame()
    {
        int taken = 0;
        while (_rig.Driver.Send(Mcp2515Rig.Frame(Id, 1)))
        {
            taken++;
        }

        Assert.Equal(16, taken);
        Assert.False(_rig.Driver.Send(Mcp2515Rig.Frame(Id, 1)));
    }

    [Fact]
    public void Frames_that_nobody_acknowledges_are_taken_back_and_the_next_ones_go_out()
    {
        for (byte i = 1; i <= 4; i++)
        {
            _rig.Driver.Send(Mcp2515Rig.Frame(Id, i));
        }

        for (int ms = 0; ms < Mcp2515.SendLimitMs + 30; ms += 10)
        {
            _rig.Pump();
            if (ms < Mcp2515.SendLimitMs && _rig.Chip.Can.Sending is not null)
            {
                _rig.Chip.Can.Sent(acknowledged: false);
            }
        }

        Assert.Equal(3, _rig.Driver.Health.Unsent);
        Assert.Equal(128, _rig.Driver.Health.TransmitErrors);
        _rig.Carry();
        Assert.Equal(4, Assert.Single(_rig.Taken).Data[0]);
    }

    [Fact]
    public void Before_the_chip_has_started_nothing_is_taken_for_sending()
    {
        Mcp2515Rig rig = new();

        Assert.False(rig.Driver.Send(Mcp2515Rig.Frame(Id, 1)));
        rig.Pump(2);
        Assert.True(rig.Driver.Send(Mcp2515Rig.Frame(Id, 1)));
    }

    [Fact]
    public void After_a_bus_off_the_chip_only_listens_and_each_time_twice_as_long()
    {
        long first = Silence();
        long second = Silence();
        long third = Silence();

        Assert.InRange(first, Mcp2515.FirstSilenceMs, Mcp2515.FirstSilenceMs + 20);
        Assert.InRange(second, 2 * Mcp2515.FirstSilenceMs, (2 * Mcp2515.FirstSilenceMs) + 20);
        Assert.InRange(third, 4 * Mcp2515.FirstSilenceMs, (4 * Mcp2515.FirstSilenceMs) + 20);
        Assert.Equal(3, _rig.Driver.Health.BusOffs);

        _rig.Driver.Send(Mcp2515Rig.Frame(Id, 1));
        _rig.Pump();
        _rig.Carry();
        _rig.Pump();

        // One that went out makes the next silence short again.
        Assert.InRange(Silence(), Mcp2515.FirstSilenceMs, Mcp2515.FirstSilenceMs + 20);
    }

    [Fact]
    public void A_bus_off_that_came_and_went_between_two_visits_is_counted_and_followed_by_silence()
    {
        DriveOff();
        _rig.Chip.Can.Idle(128);
        Assert.True(_rig.Chip.Can.TakesPart);
        _rig.Pump();
        Assert.Equal(1, _rig.Driver.Health.BusOffs);
        _rig.Pump(3);
        Assert.Equal(Mcp2515Mode.ListenOnly, _rig.Chip.Registers.Mode);

        _rig.Pump(40);
        Assert.Equal(Mcp2515Mode.Normal, _rig.Chip.Registers.Mode);
        Assert.Equal(1, _rig.Driver.Health.BusOffs);
    }

    [Fact]
    public void Errors_that_stay_below_a_bus_off_and_a_full_buffer_are_none()
    {
        _rig.Driver.Send(Mcp2515Rig.Frame(Id, 1));
        _rig.Pump();
        for (int i = 0; i < 12; i++)
        {
            _rig.Chip.Can.SendDestroyed();
        }

        _rig.Carry();
        _rig.Pump(2);
        for (byte i = 0; i < 3; i++)
        {
            _rig.Hear(Mcp2515Rig.LockId, i);
        }

        _rig.Pump(2);
        for (int i = 0; i < 96; i++)
        {
            _rig.Chip.Can.HearDamaged();
        }

        _rig.Hear(Mcp2515Rig.LockId, 4);
        _rig.Pump(2);

        Assert.Equal(0, _rig.Driver.Health.BusOffs);
        Assert.Equal(0, _rig.Chip.Registers[Mcp2515Registers.CanIntF] & 0x20);
        Assert.True(_rig.Driver.Health.Alive);
    }

    [Fact]
    public void The_silence_after_a_bus_off_has_a_limit()
    {
        for (int i = 0; i < 8; i++)
        {
            Silence();
        }

        Assert.InRange(Silence(), Mcp2515.LongestSilenceMs, Mcp2515.LongestSilenceMs + 20);
    }

    [Fact]
    public void While_it_only_listens_frames_still_come_and_none_is_taken_for_sending()
    {
        _rig.Driver.Send(Mcp2515Rig.Frame(Id, 1));
        DriveOff();
        _rig.Pump(4);

        Assert.Equal(Mcp2515Mode.ListenOnly, _rig.Chip.Registers.Mode);
        Assert.False(_rig.Hear(Mcp2515Rig.LockId, 3));
        _rig.Pump();
        Assert.Equal($"{Mcp2515Rig.LockId:X8}#03", _rig.Received());
        Assert.False(_rig.Driver.Send(Mcp2515Rig.Frame(Id, 1)));
    }

    [Fact]
    public void What_was_to_be_sent_before_a_bus_off_is_counted_and_does_not_come_late()
    {
        for (byte i = 1; i <= 5; i++)
        {
            _rig.Driver.Send(Mcp2515Rig.Frame(Id, i));
        }

        DriveOff();
        _rig.Pump(40);
        _rig.Carry();

        // Driving it off sent one more.
        Assert.Empty(_rig.Taken);
        Assert.Equal(6, _rig.Driver.Health.Unsent);
    }

    [Fact]
    public void A_chip_that_does_not_answer_is_tried_again_every_second()
    {
        _rig.Wire.Cut = true;
        _rig.Pump(400);

        Assert.False(_rig.Driver.Health.Alive);
        Assert.InRange(_rig.Driver.Health.Restarts, 4, 5);
        Assert.Equal("nothing", _rig.Received());

        _rig.Wire.Cut = false;
        _rig.Pump(110);
        Assert.True(_rig.Driver.Health.Alive);
        _rig.Hear(Mcp2515Rig.LockId, 1);
        _rig.Pump();
        Assert.Equal($"{Mcp2515Rig.LockId:X8}#01", _rig.Received());
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void A_dead_line_is_not_taken_for_a_chip(byte idle)
    {
        _rig.Wire.Idle = idle;
        _rig.Wire.Cut = true;

        _rig.Pump(60);

        Assert.False(_rig.Driver.Health.Alive);
        Assert.Equal("nothing", _rig.Received());
        Assert.Equal(0, _rig.Driver.Overflows);
    }

    [Fact]
    public void A_chip_whose_supply_failed_is_configured_anew()
    {
        _rig.Chip.PowerCycle();
        Assert.False(_rig.Hear(Mcp2515Rig.LockId, 1));

        _rig.Pump(130);

        Assert.Equal(Mcp2515Mode.Normal, _rig.Chip.Registers.Mode);
        Assert.Equal(1, _rig.Driver.Health.Restarts);
        Assert.True(_rig.Hear(Mcp2515Rig.LockId, 1));
    }

    /// <summary>Drives the chip off the bus and returns for how long it then does not take part.</summary>
    private long Silence()
    {
        DriveOff();
        _rig.Pump();
        long fromMs = _rig.NowMs;
        while (!_rig.Chip.Can.TakesPart)
        {
            _rig.Pump();
        }

        return _rig.NowMs - fromMs;
    }

    private void DriveOff()
    {
        _rig.Driver.Send(Mcp2515Rig.Frame(Id, 0xEE));
        for (int i = 0; i < 40 && !_rig.Chip.Registers.IsBusOff; i++)
        {
            if (_rig.Chip.Can.Sending is null)
            {
                _rig.Pump();
            }
            else
            {
                _rig.Chip.Can.SendDestroyed();
            }
        }

        Assert.True(_rig.Chip.Registers.IsBusOff);
    }
}

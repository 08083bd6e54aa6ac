using SwapEdge.Boards;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>Adapters and ports that are not as they should be.</summary>
public sealed class SlcanTroubleTests
{
    private const uint Id = 0x1826F456;

    private readonly Bench _bench = new();
    private readonly SerialWire _serial;
    private readonly SlcanAdapter _adapter;
    private readonly SlcanBus _bus;
    private readonly CanFrame _frame = new();
    private long _nowMs;

    public SlcanTroubleTests()
    {
        _serial = _bench.Serial("COM2");
        _adapter = new SlcanAdapter(_serial);
        using (_bench.Use())
        {
            _bus = new SlcanBus("COM2", 921_600, 2048, Slcan.Rate250Kbit, false, 64);
        }
    }

    /// <summary>Ten frames a second are 270 bytes, so the largest is a lag of seven seconds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(500)]
    [InlineData(1000)]
    [InlineData(1900)]
    public void Behind_a_buffer_that_keeps_bytes_back_a_frame_is_late_by_three_seconds_at_most(int behind)
    {
        Pass(300);
        _serial.Behind = behind;
        long latestMs = 0;
        int heard = 0;
        for (int i = 0; i < 2000; i++)
        {
            if (i % 10 == 0)
            {
                Hear(BitConverter.GetBytes(_nowMs));
            }

            Pass();
            while (_bus.Receive(_frame))
            {
                heard++;
                latestMs = Math.Max(latestMs, _nowMs - BitConverter.ToInt64(_frame.Data));
            }
        }

        Assert.InRange(latestMs, 0, SlcanBus.LateAnswers * SlcanBus.AskMs);
        Assert.InRange(heard, 100, 200);
        Assert.Equal(behind >= 1000 ? 1 : 0, _bus.Health.Restarts);
    }

    [Fact]
    public void On_a_quiet_bus_a_buffer_that_keeps_bytes_back_is_begun_anew_too()
    {
        Pass(300);
        _serial.Behind = 500;
        Pass(1000);
        Assert.Equal(0, _serial.Behind);
        Hear(9);
        Pass(2);
        Assert.Equal("1826F456#09", Received());
    }

    [Fact]
    public void An_adapter_that_never_tells_its_flags_is_left_open()
    {
        _adapter.Mute = true;
        for (int i = 0; i < 1000; i++)
        {
            Hear(1);
            Pass();
            Received();
        }

        Assert.Equal(0, _bus.Health.Restarts);
    }

    [Fact]
    public void An_adapter_at_another_speed_is_no_adapter()
    {
        SlcanAdapter slow = new(_bench.Serial("COM3")) { BaudRate = 115_200 };
        SlcanBus bus;
        using (_bench.Use())
        {
            bus = new SlcanBus("COM3", 921_600, 2048, Slcan.Rate250Kbit, true, 64);
        }

        for (int i = 0; i < 60; i++)
        {
            _nowMs += 10;
            slow.Advance(10);
            bus.Pump(_nowMs);
        }

        Assert.False(slow.IsOpen);
    }

    [Fact]
    public void A_remote_frame_is_no_frame()
    {
        Pass(8);
        _serial.Arrive("R1826F4562\rr1232\rT1826F45610A\r"u8);
        Pass();

        Assert.Equal(["1826F456#0A", "nothing"], new[] { Received(), Received() });
    }

    [Fact]
    public void Frames_of_an_adapter_that_is_not_opened_yet_are_not_taken()
    {
        // One that was left open, at a rate of its own.
        _serial.Arrive("T1826F45610A\r"u8);
        Pass(2);
        _serial.Arrive("T1826F45610B\r"u8);
        Pass();
        Assert.False(_bus.Health.Alive);
        Pass(8);

        Assert.True(_bus.Health.Alive);
        Assert.Equal("nothing", Received());
    }

    [Fact]
    public void An_adapter_that_refuses_to_open_is_not_alive_and_is_asked_again()
    {
        int refused = 0;
        Action<ReadOnlySpan<byte>> adapter = _serial.Sent!;
        _serial.Sent = bytes =>
        {
            if (bytes[0] is (byte)'O' or (byte)'L')
            {
                refused++;
                _serial.Arrive("\a"u8);
                return;
            }

            adapter(bytes);
        };
        for (int i = 0; i < 250; i++)
        {
            Pass();
            Assert.False(_bus.Health.Alive);
        }

        Assert.Equal(3, refused);
        Assert.Equal(3, _bus.Health.Restarts);
        _serial.Sent = adapter;
        Pass(120);
        Assert.True(_bus.Health.Alive);
    }

    private void Pass(int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            _nowMs += 10;
            _adapter.Advance(10);
            _bus.Pump(_nowMs);
        }
    }

    private void Hear(params byte[] data) => _adapter.Hear(Mcp2515Rig.Frame(Id, data));

    private string Received() => _bus.Receive(_frame) ? Mcp2515Rig.Text(_frame) : "nothing";
}

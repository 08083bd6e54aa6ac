using System.Text;
using SwapEdge.Boards;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

public sealed class SlcanBusTests
{
    private const uint Id = 0x1826F456;

    private readonly Bench _bench = new();
    private readonly SerialWire _serial;
    private readonly SlcanAdapter _adapter;
    private readonly SlcanBus _bus;
    private readonly CanFrame _frame = new();
    private long _nowMs;

    public SlcanBusTests()
    {
        _serial = _bench.Serial("COM2");
        _adapter = new SlcanAdapter(_serial);
        _bus = Make(listens: false);
    }

    [Fact]
    public void The_adapter_is_closed_set_to_its_rate_and_opened()
    {
        Pass(8);

        Assert.True(_adapter.IsOpen);
        Assert.False(_adapter.Listens);
        Assert.Equal(Slcan.Rate250Kbit, _adapter.Rate);
        Assert.True(_bus.Health.Alive);
        Assert.Equal(0, _bus.Health.Restarts);
        Assert.Equal(921_600, _serial.BaudRate);
    }

    [Fact]
    public void An_adapter_that_is_open_with_half_a_line_is_opened_anew()
    {
        Pass(8);
        _serial.Sent!(Encoding.ASCII.GetBytes("T1826F4"));
        SlcanBus another = Make(listens: false);

        for (int i = 0; i < 20; i++)
        {
            Step(another);
        }

        Assert.True(another.Health.Alive);
        Assert.Equal(0, another.Health.Restarts);
        Assert.Empty(_adapter.ToBus);
    }

    [Fact]
    public void An_adapter_that_does_not_answer_is_opened_all_the_same()
    {
        _adapter.Mute = true;
        Pass(60);

        Assert.True(_adapter.IsOpen);
        Hear(1);
        Pass();
        Assert.Equal("1826F456#01", Received());
    }

    [Fact]
    public void A_charger_bus_is_only_listened_to()
    {
        SlcanBus bus = Make(listens: true);
        for (int i = 0; i < 8; i++)
        {
            Step(bus);
        }

        Assert.True(_adapter.Listens);
        Assert.False(bus.Send(Mcp2515Rig.Frame(Id, 1)));
        Step(bus);
        Assert.Empty(_adapter.ToBus);
    }

    [Fact]
    public void A_frame_comes_as_it_was_sent_with_its_time()
    {
        Pass(8);
        Hear(1, 2, 3, 4, 5, 6, 7, 8);
        Pass();

        Assert.True(_bus.Receive(_frame));
        Assert.Equal("1826F456#0102030405060708", Mcp2515Rig.Text(_frame));
        Assert.Equal(_nowMs, _frame.TimeMs);
        Assert.Equal("nothing", Received());
    }

    [Fact]
    public void A_line_that_comes_in_two_pieces_is_one_frame()
    {
        Pass(8);
        _serial.Arrive("T1826F45620"u8);
        Pass();
        Assert.Equal("nothing", Received());
        _serial.Arrive("102\r"u8);
        Pass();

        Assert.Equal("1826F456#0102", Received());
    }

    [Fact]
    public void Frames_go_out_in_order_and_a_full_queue_refuses()
    {
        Pass(8);
        int taken = 0;
        while (_bus.Send(Mcp2515Rig.Frame(Id, (byte)taken)))
        {
            taken++;
        }

        Pass();
        Assert.Single(_adapter.ToBus);
        Pass(16);

        Assert.Equal(16, taken);
        Assert.Equal(Enumerable.Range(0, 16), _adapter.ToBus.Select(frame => (int)frame.Data[0]));
        Assert.Equal(0, _bus.Health.Unsent);
    }

    [Fact]
    public void A_frame_that_the_adapter_refuses_is_counted()
    {
        Pass(8);
        for (byte i = 0; i < 16; i++)
        {
            _bus.Send(Mcp2515Rig.Frame(Id, i));
        }

        Pass(20);
        _bus.Send(Mcp2515Rig.Frame(Id, 16));
        Pass(3);

        Assert.Equal(16, _adapter.ToBus.Count);
        Assert.Equal(1, _bus.Health.Unsent);
        Assert.True(_bus.Health.Alive);
    }

    [Fact]
    public void What_the_adapter_lost_and_how_its_bus_is_comes_with_its_flags()
    {
        Pass(8);
        _adapter.Raise(Slcan.ReceiveQueueFull | Slcan.ErrorPassive | Slcan.BusError);
        Pass(SlcanBus.AskMs / 10 + 3);

        Assert.Equal(1, _bus.Overflows);
        Assert.Equal(128, _bus.Health.TransmitErrors);
        Assert.Equal(1, _bus.Health.BusOffs);
        Pass(SlcanBus.AskMs / 10);
        Assert.Equal(0, _bus.Health.TransmitErrors);
        Assert.Equal(1, _bus.Overflows);
    }

    [Fact]
    public void An_adapter_that_lost_its_supply_is_found_closed_and_opened()
    {
        Pass(8);
        _adapter.PowerCycle();
        Pass((2 * SlcanBus.AskMs / 10) + 20);

        Assert.True(_adapter.IsOpen);
        Assert.Equal(1, _bus.Health.Restarts);
        Assert.True(_bus.Health.Alive);
    }

    [Fact]
    public void A_silent_port_is_no_living_bus()
    {
        Pass(8);
        _serial.Sent = null;
        Pass((SlcanBus.SilenceMs / 10) + 20);

        Assert.False(_bus.Health.Alive);
        Assert.False(_bus.Send(Mcp2515Rig.Frame(Id, 1)));
        Assert.True(_bus.Health.Restarts >= 1);
    }

    [Fact]
    public void A_torn_line_costs_its_own_frame_and_is_counted()
    {
        Pass(8);
        _serial.Arrive("T1826F45610"u8);
        _serial.Arrive("T1826F456102\r"u8);
        _serial.Arrive("26F456103\r"u8);
        _serial.Arrive("T1826F456104\r"u8);
        Pass();

        Assert.Equal(["1826F456#02", "1826F456#04"], new[] { Received(), Received() });
        Assert.Equal(2, _bus.Health.Damaged);
    }

    [Fact]
    public void The_two_sides_of_a_loss_in_the_native_buffer_never_become_one_frame()
    {
        Pass(8);
        byte[] ones = Encoding.ASCII.GetBytes("T1826F45681111111111111111\r");
        byte[] twos = Encoding.ASCII.GetBytes("T1826F45682222222222222222\r");
        int mixed = 0;
        for (int cut = 0; cut < ones.Length; cut++)
        {
            // The buffer ends within a line; what is lost goes up to the same place of another.
            int room = _serial.Room - cut;
            _serial.Arrive(Enumerable.Repeat((byte)'\r', room % ones.Length).ToArray());
            for (int i = 0; i < room / ones.Length; i++)
            {
                _serial.Arrive(ones);
            }

            _serial.Arrive(ones);
            Assert.Equal(ones.Length - cut, _serial.Lost);
            Pass();
            mixed += Mixed();
            _serial.Arrive(twos.AsSpan(cut));
            Pass();
            mixed += Mixed();
            _serial.Open(921_600, 2048, halfDuplex: false);
        }

        Assert.Equal(0, mixed);
        Assert.True(_bus.Overflows >= ones.Length);
    }

    [Fact]
    public void A_pass_that_does_not_read_overflows_the_ring_and_not_the_memory()
    {
        Pass(8);
        for (int i = 0; i < 90; i++)
        {
            Hear((byte)i);
            Pass();
        }

        int received = 0;
        while (_bus.Receive(_frame))
        {
            Assert.Equal(received, _frame.Data[0]);
            received++;
        }

        Assert.Equal(64, received);
        Assert.Equal(26, _bus.Overflows);
    }

    private SlcanBus Make(bool listens)
    {
        using (_bench.Use())
        {
            return new SlcanBus("COM2", 921_600, 2048, Slcan.Rate250Kbit, listens, 64);
        }
    }

    private void Pass(int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            Step(_bus);
        }
    }

    private void Step(SlcanBus bus)
    {
        _nowMs += 10;
        _adapter.Advance(10);
        bus.Pump(_nowMs);
    }

    private void Hear(params byte[] data) => _adapter.Hear(Mcp2515Rig.Frame(Id, data));

    private string Received() => _bus.Receive(_frame) ? Mcp2515Rig.Text(_frame) : "nothing";

    private int Mixed()
    {
        int mixed = 0;
        while (_bus.Receive(_frame))
        {
            string data = Convert.ToHexString(_frame.Data);
            mixed += data.Distinct().Count() > 1 ? 1 : 0;
        }

        return mixed;
    }
}

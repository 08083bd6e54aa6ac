using SwapEdge.Boards;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

public sealed class Rs485LineTests
{
    private readonly Bench _bench = new();
    private readonly SerialWire _wire;
    private readonly Rs485Line _line;
    private readonly List<byte> _sent = [];
    private readonly byte[] _bytes = new byte[600];

    public Rs485LineTests()
    {
        _wire = _bench.Serial("COM2");
        _wire.Sent = bytes => _sent.AddRange(bytes);
        using (_bench.Use())
        {
            _line = new Rs485Line("COM2", 9600);
        }
    }

    [Fact]
    public void The_driver_turns_the_line_around()
    {
        Assert.True(_wire.HalfDuplex);
        Assert.Equal(9600, _wire.BaudRate);
    }

    [Fact]
    public void Reading_takes_what_is_there_and_never_waits()
    {
        Assert.Equal(0, _line.Read(_bytes, 0, 10));
        _wire.Arrive([1, 2, 3]);

        Assert.Equal(2, _line.Read(_bytes, 5, 2));
        Assert.Equal([1, 2], _bytes[5..7]);
        Assert.Equal(1, _line.Read(_bytes, 0, 10));
        Assert.Equal(0, _line.Read(_bytes, 0, 10));
    }

    [Fact]
    public void What_is_written_leaves_in_the_next_pump_in_order()
    {
        Assert.True(_line.Write([9, 1, 2], 1, 2));
        Assert.True(_line.Write([3], 0, 1));
        Assert.Empty(_sent);
        _line.Pump(10);
        Assert.Equal([1, 2, 3], _sent);
        _line.Pump(20);
        Assert.Equal([1, 2, 3], _sent);
    }

    [Fact]
    public void What_finds_no_room_is_refused_whole()
    {
        Assert.True(_line.Write(_bytes, 0, 120));
        Assert.False(_line.Write(_bytes, 0, 9));
        Assert.True(_line.Write(_bytes, 0, 8));
        _line.Pump(10);
        Assert.Equal(128, _sent.Count);
        Assert.True(_line.Write(_bytes, 0, 128));
    }

    [Fact]
    public void Bytes_beyond_the_native_buffer_are_lost_without_a_word()
    {
        _wire.Arrive(new byte[700]);

        Assert.Equal(512, _line.Read(_bytes, 0, 600));
        Assert.Equal(188, _wire.Lost);
    }
}

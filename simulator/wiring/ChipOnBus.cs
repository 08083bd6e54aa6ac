using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// An MCP2515 at a bus of the world: it hears each frame when its last bit is through, and what it asks to send goes
/// onto the bus within a step. At another bit rate it reads nothing, and is not heard.
/// </summary>
internal sealed class ChipOnBus : IOnBench
{
    /// <summary>Bits of silence after which a bus-off counts one.</summary>
    private const int IdleBits = 11;

    private readonly Mcp2515Can _can;
    private readonly WireEnd _end;

    public ChipOnBus(Mcp2515Chip chip, Wire bus, string name)
    {
        _can = chip.Can;
        _end = bus.Connect(name, Hear);
    }

    public void Advance(int milliseconds)
    {
        bool speaks = _can.BitRate == Wire.BitsPerSecond;
        while (speaks && _can.Sending is { } frame && _end.Send(frame))
        {
            _can.Sent(acknowledged: true);
        }

        _can.Idle(milliseconds * (Wire.BitsPerSecond / 1000) / IdleBits);
    }

    private void Hear(CanFrame frame)
    {
        if (_can.BitRate == Wire.BitsPerSecond)
        {
            _can.Hear(frame);
        }
        else
        {
            _can.HearDamaged();
        }
    }
}

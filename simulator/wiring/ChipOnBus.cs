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
    private readonly Mcp2515Chip _chip;
    private readonly WireEnd _end;
    private bool _hasPower = true;

    public ChipOnBus(Mcp2515Chip chip, Wire bus, string name)
    {
        _chip = chip;
        _can = chip.Can;
        _end = bus.Connect(name, Hear);
    }

    public bool HasPower
    {
        get => _hasPower;
        set
        {
            _hasPower = value;
            _chip.PowerCycle();
        }
    }

    public void Advance(int milliseconds)
    {
        if (!HasPower)
        {
            return;
        }

        bool speaks = _can.BitRate == Wire.BitsPerSecond;
        while (speaks && _can.Sending is { } frame && _end.Send(frame))
        {
            _can.Sent(acknowledged: true);
        }

        _can.Idle(milliseconds * (Wire.BitsPerSecond / 1000) / IdleBits);
    }

    private void Hear(CanFrame frame)
    {
        if (HasPower && _can.BitRate == Wire.BitsPerSecond)
        {
            _can.Hear(frame);
        }
        else if (HasPower)
        {
            _can.HearDamaged();
        }
    }
}

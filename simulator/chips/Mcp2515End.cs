using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// An MCP2515 at an end of a wire. Its bit rate must be the wire's; on another it hears every frame damaged and what it
/// sends is destroyed. What a node sends is taken for acknowledged as soon as the wire has room.
/// </summary>
public sealed class Mcp2515End(WireEnd end, Mcp2515Chip chip)
{
    private const int WireBitRate = 250_000;

    private readonly CanFrame _frame = new();

    /// <summary>Hands over what has arrived by now and takes what the chip wants to send.</summary>
    public void Advance()
    {
        bool fits = chip.Can.BitRate == WireBitRate;
        while (end.Receive(_frame))
        {
            if (fits)
            {
                chip.Can.Hear(_frame);
            }
            else if (chip.Registers.Mode is Mcp2515Mode.Normal or Mcp2515Mode.ListenOnly)
            {
                chip.Can.HearDamaged();
            }
        }

        while (fits && chip.Can.Sending is CanFrame frame && end.Send(frame))
        {
            chip.Can.Sent(acknowledged: true);
        }

        // It tries again at once, so within some 20 ms it is off the bus.
        while (!fits && chip.Can.Sending is not null)
        {
            chip.Can.SendDestroyed();
        }
    }
}

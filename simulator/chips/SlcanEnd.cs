using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A SLCAN adapter at an end of a wire.</summary>
public sealed class SlcanEnd(WireEnd end, SlcanAdapter adapter)
{
    private readonly CanFrame _frame = new();
    private long _nowMs;

    /// <summary>Hands over what has arrived by now, takes what is to be sent, and lets the serial line run.</summary>
    public void Advance(long nowMs)
    {
        while (end.Receive(_frame))
        {
            adapter.Hear(_frame);
        }

        while (adapter.ToBus.TryPeek(out CanFrame? frame) && end.Send(frame))
        {
            adapter.ToBus.Dequeue();
        }

        adapter.Advance(nowMs - _nowMs);
        _nowMs = nowMs;
    }
}

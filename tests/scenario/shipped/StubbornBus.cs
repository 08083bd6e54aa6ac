using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Goes on with the last lock frame, its life counter moving, when the vehicle sends none any more.</summary>
internal sealed class StubbornBus(ICanBus live) : ICanBus
{
    /// <summary>Passes without a lock frame until it is said again: two periods.</summary>
    private const int Patience = 2 * LockFrame.PeriodMs / BrokenLane.PassMs;

    private readonly CanFrame _last = new();
    private int _silent;

    public int Overflows => live.Overflows;

    public bool Receive(CanFrame into)
    {
        if (live.Receive(into))
        {
            if (into.Id == LockFrame.Id)
            {
                Copy(into, _last);
                _silent = 0;
            }

            return true;
        }

        _silent++;
        if (_last.Id != LockFrame.Id || _silent <= Patience)
        {
            return false;
        }

        _silent = 0;
        LockFrame.Life.WriteRaw(_last.Data, (LockFrame.Life.Raw(_last.Data) + 1) & 0xFF);
        Copy(_last, into);
        return true;
    }

    public bool Send(CanFrame frame) => live.Send(frame);

    private static void Copy(CanFrame from, CanFrame to)
    {
        (to.Id, to.Extended, to.Length) = (from.Id, from.Extended, from.Length);
        Array.Copy(from.Data, to.Data, from.Data.Length);
    }
}

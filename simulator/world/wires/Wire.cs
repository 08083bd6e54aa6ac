using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// A CAN bus at 250 kbit/s. Frames go one after the other in the order they were sent (no arbitration: at the loads of
/// a station it changes an arrival by a millisecond) and arrive at every other end when their last bit is through.
/// </summary>
public sealed class Wire(string name)
{
    public const int BitsPerSecond = 250_000;

    /// <summary>Start, 29-bit identifier, control, CRC, acknowledge, end, gap, and some stuffing.</summary>
    private const int OverheadBits = 67 + 9;
    private const int Room = 256;

    private readonly List<WireEnd> _ends = [];

    /// <summary>Those that do not only speak.</summary>
    private WireEnd[] _hearing = [];
    private readonly Queue<Flight> _flights = new();
    private readonly Stack<CanFrame> _spare = new();
    private long _freeUs;
    private long _nowUs;

    public string Name { get; } = name;

    /// <summary>Frames carried since start.</summary>
    public long Carried { get; private set; }

    /// <summary>Frames that some end lost because nobody read them in time.</summary>
    public int Overflows => _ends.Sum(end => end.Overflows);

    /// <summary>What befalls its frames; null: nothing.</summary>
    public WireFaults? Faults { get; set; }

    /// <summary>When the last bit of the frame that arrived last was through, in microseconds of the world.</summary>
    public long ArrivedUs { get; private set; }

    /// <summary>Called with each frame as it arrives; for recording.</summary>
    public Action<CanFrame>? Tapped { get; set; }

    /// <summary>How long a frame takes, in microseconds.</summary>
    public static long DurationUs(CanFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return (OverheadBits + (frame.Length * 9)) * 1_000_000L / BitsPerSecond;
    }

    /// <param name="endName">Who is connected.</param>
    /// <param name="receiveRoom">Frames that may wait to be read; 0 for who only speaks.</param>
    public WireEnd Connect(string endName, int receiveRoom = 128)
    {
        return Join(new WireEnd(this, endName, receiveRoom));
    }

    /// <param name="endName">Who is connected.</param>
    /// <param name="heard">Gets each frame of others as it arrives; the frame is its only until it returns.</param>
    public WireEnd Connect(string endName, Action<CanFrame> heard)
    {
        return Join(new WireEnd(this, endName, 0, heard));
    }

    /// <summary>Lets time pass to <paramref name="nowMs"/> and delivers what has arrived by then.</summary>
    public void Advance(long nowMs)
    {
        _nowUs = nowMs * 1000;
        while (_flights.TryPeek(out Flight flight) && flight.ArrivalUs <= _nowUs)
        {
            _flights.Dequeue();
            ArrivedUs = flight.ArrivalUs;
            flight.Frame.TimeMs = flight.ArrivalUs / 1000;
            if (Faults is null || Faults.Passes(flight.Sender, flight.Frame))
            {
                Deliver(flight.Sender, flight.Frame);
            }

            _spare.Push(flight.Frame);
        }

        while (Faults?.NextLate(nowMs, out WireEnd? sender) is { } late)
        {
            ArrivedUs = _nowUs;
            Deliver(sender, late);
        }
    }

    private WireEnd Join(WireEnd end)
    {
        _ends.Add(end);
        _hearing = [.. _ends.Where(each => each.Hears)];
        return end;
    }

    private void Deliver(WireEnd? sender, CanFrame frame)
    {
        foreach (WireEnd end in _hearing)
        {
            if (end != sender)
            {
                end.Deliver(frame);
            }
        }

        Carried++;
        Tapped?.Invoke(frame);
    }

    internal bool Queue(WireEnd sender, CanFrame frame)
    {
        if (_flights.Count == Room)
        {
            return false;
        }

        _freeUs = Math.Max(_freeUs, _nowUs) + DurationUs(frame);
        CanFrame copy = _spare.Count > 0 ? _spare.Pop() : new CanFrame();
        copy.CopyFrom(frame);
        _flights.Enqueue(new Flight(sender, copy, _freeUs));
        return true;
    }

    private readonly record struct Flight(WireEnd Sender, CanFrame Frame, long ArrivalUs);
}

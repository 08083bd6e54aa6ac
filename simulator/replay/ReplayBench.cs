using System.Diagnostics;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// How fast the firmware's listeners take a capture: its frames over and over, with the passes of a node every 50 ms of
/// the capture's time for each of its interfaces, without reading or writing files.
/// </summary>
public sealed class ReplayBench
{
    /// <summary>Frames kept of a capture; of a longer one the first are measured.</summary>
    public const int MostFrames = 200_000;

    /// <summary>29-bit frames of 8 bytes, without stuffing, that a bus of 250 kbit/s can carry in a second.</summary>
    private const int FullBus = 1_908;
    private const int PassMs = 50;

    private readonly List<CanFrame> _frames = [];
    private readonly List<Bus> _to = [];
    private readonly Dictionary<string, Bus> _buses = new(StringComparer.Ordinal);
    private readonly List<bool> _swapPack = [];
    private readonly PackReading _reading = new();
    private readonly PackWarningChange _change = new();
    private long _durationMs;
    private long _startMs;
    private long _passMs;

    /// <summary>Reads the capture; what is no frame is left out.</summary>
    public ReplayBench(CaptureReader reader, ReplayBus bus)
    {
        ArgumentNullException.ThrowIfNull(reader);
        while (_frames.Count < MostFrames && reader.Next() is { } line)
        {
            if (line.Refusal is null)
            {
                CanFrame frame = new();
                frame.CopyFrom(line.Frame);
                _frames.Add(frame);
                _to.Add(Of(line.Interface));
                _swapPack.Add(Replay.IsForSwapPack(frame, bus));
                _durationMs = frame.TimeMs;
            }
        }
    }

    public int Frames => _frames.Count;

    /// <summary>Plays the frames for at least that long and says what it came to.</summary>
    public string Run(TimeSpan atLeast)
    {
        for (Stopwatch warm = Stopwatch.StartNew(); warm.Elapsed < atLeast / 4;)
        {
            Round();
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        long played = 0;
        do
        {
            Round();
            played += _frames.Count;
        }
        while (watch.Elapsed < atLeast);

        double seconds = watch.Elapsed.TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        double rate = played / seconds;
        double bytes = (double)allocated / played;
        return Invariant($"{rate:0} frames a second ({1e9 / rate:0} ns a frame, {bytes:0.##} bytes allocated a frame) ")
            + Invariant($"over {played} frames; a full bus of 250 kbit/s brings {FullBus} a second");
    }

    private void Round()
    {
        for (int i = 0; i < _frames.Count; i++)
        {
            CanFrame frame = _frames[i];
            long timeMs = frame.TimeMs;
            frame.TimeMs = _startMs + timeMs;
            PassesUntil(frame.TimeMs);
            if (_swapPack[i])
            {
                _to[i].SwapPack.Accept(frame);
            }
            else
            {
                _to[i].Monitor.Accept(frame);
            }

            frame.TimeMs = timeMs;
        }

        _startMs += _durationMs + PassMs;
    }

    private void PassesUntil(long nowMs)
    {
        // A pause of the capture is one pass: what is measured is frames.
        if (nowMs - _passMs >= PassMs)
        {
            _passMs = nowMs;
            foreach (Bus bus in _buses.Values)
            {
                bus.Monitor.Poll(nowMs);
                bus.Monitor.Read(nowMs, _reading);
                bool more;
                do
                {
                    more = bus.Monitor.Warnings.Next(_change);
                }
                while (more);
            }
        }
    }

    /// <summary>Of an interface; those beyond the most that a replay keeps apart are measured as one.</summary>
    private Bus Of(string name)
    {
        name = _buses.Count < Replay.MostInterfaces || _buses.ContainsKey(name) ? name : "";
        if (!_buses.TryGetValue(name, out Bus? bus))
        {
            bus = new Bus();
            _buses.Add(name, bus);
        }

        return bus;
    }

    private sealed class Bus
    {
        public PackMonitor Monitor { get; } = new();

        public SwapPackBus SwapPack { get; } = new();
    }
}

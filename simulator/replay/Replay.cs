using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Plays a capture through the firmware's decoders and monitors, in one pass and in memory of a fixed size. Each
/// interface of it is a bus of its own. Charger bus, swap-pack bus and station link may be mixed on one; a frame goes
/// where its identifier belongs.
/// </summary>
public sealed class Replay(ReplaySummary summary, ReplayJson json, ReplayBus bus, CandumpWriter? candump)
{
    /// <summary>Frames of further interfaces are refused.</summary>
    public const int MostInterfaces = 64;

    private const int PassMs = 50;

    /// <summary>After this long without a frame nothing new can be found by waiting.</summary>
    private const int LongestSilenceMs = 700_000;

    private readonly Dictionary<string, ReplayInterface> _interfaces = new(StringComparer.Ordinal);
    private long _passMs;

    /// <summary>First line that was no frame, and why; of use when there was no frame at all.</summary>
    public (long Line, string Reason)? FirstRefusal { get; private set; }

    /// <summary>Reads to the end.</summary>
    public void Run(CaptureReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        while (reader.Next() is { } line)
        {
            summary.Lines = line.Number;
            if (line.Refusal is { } reason)
            {
                FirstRefusal ??= (line.Number, reason);
                summary.AddRefusal(reason, line.Number);
            }
            else
            {
                candump?.Write(line);
                Take(line);
            }
        }

        foreach (ReplayInterface one in _interfaces.Values)
        {
            one.Finish(summary.DurationMs);
        }

        summary.TimeWentBack = reader.TimeWentBack;
    }

    private void Take(CaptureLine line)
    {
        CanFrame frame = line.Frame;
        summary.Frames++;
        summary.DurationMs = frame.TimeMs;
        PassUntil(frame.TimeMs, line.Number);
        if (Of(line.Interface) is not { } from)
        {
            summary.AddRefusal(Invariant($"more than {MostInterfaces} interfaces"), line.Number);
            return;
        }

        DecodeResult result = from.Take(line, bus);
        if (result == DecodeResult.Pending)
        {
            summary.TransportFrames++;
        }
        else if (result != DecodeResult.Ok)
        {
            summary.AddRefusal(RefusalWords.Of(result), line.Number);
        }
    }

    private ReplayInterface? Of(string name)
    {
        if (!_interfaces.TryGetValue(name, out ReplayInterface? one) && _interfaces.Count < MostInterfaces)
        {
            one = new ReplayInterface(name, summary, json);
            _interfaces.Add(name, one);
            summary.AddInterface(name);
        }

        return one;
    }

    /// <summary>The passes that the nodes made between the last frame and this moment.</summary>
    private void PassUntil(long nowMs, long line)
    {
        long end = Math.Min(nowMs, _passMs + LongestSilenceMs);
        for (long passMs = _passMs + PassMs; passMs < end; passMs += PassMs)
        {
            _passMs = passMs;
            foreach (ReplayInterface one in _interfaces.Values)
            {
                one.Pass(passMs, line);
            }
        }

        if (nowMs - _passMs > LongestSilenceMs)
        {
            _passMs = nowMs;
        }
    }

    /// <summary>Whether a frame is judged as one of the swap-pack bus.</summary>
    internal static bool IsForSwapPack(CanFrame frame, ReplayBus bus) =>
        bus == ReplayBus.Pack || (bus == ReplayBus.Auto && IsSwapPack(frame));

    private static bool IsSwapPack(CanFrame frame) =>
        frame.Extended && Array.Exists(SwapPackMessages.Rows, row => row.Id != 0 && row.Id == frame.Id);
}

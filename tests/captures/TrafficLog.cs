using System.Globalization;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Captures;

/// <summary>Traffic as it was on a bus, to be cut and damaged, and written as <c>candump -L</c> writes it.</summary>
internal sealed class TrafficLog
{
    private readonly List<Entry> _entries = [];

    public void Add(long timeMs, CanFrame frame) => Add(timeMs, FrameText.Format(frame));

    /// <param name="timeMs">Since the beginning of the run.</param>
    /// <param name="text">A frame as can-utils write it, or what an adapter made of one.</param>
    public void Add(long timeMs, string text) => _entries.Add(new Entry(timeMs, text));

    /// <summary>Leaves frames out, as a listener that never heard them.</summary>
    public TrafficLog Without(Func<Entry, bool> left)
    {
        _entries.RemoveAll(entry => left(entry));
        return this;
    }

    /// <summary>The first frame from a moment on that begins so.</summary>
    public Entry First(string start, long fromMs = 0) => _entries
        .Where(entry => entry.TimeMs >= fromMs && entry.Text.StartsWith(start, StringComparison.Ordinal))
        .MinBy(entry => entry.TimeMs) ?? throw new InvalidOperationException($"no frame {start} after {fromMs} ms");

    public TrafficLog Change(Func<Entry, string> to)
    {
        for (int i = 0; i < _entries.Count; i++)
        {
            _entries[i] = _entries[i] with { Text = to(_entries[i]) };
        }

        return this;
    }

    public TrafficLog Replace(Entry entry, string by)
    {
        _entries[_entries.IndexOf(entry)] = entry with { Text = by };
        return this;
    }

    public TrafficLog Between(long fromMs, long toMs) =>
        Without(entry => entry.TimeMs < fromMs || entry.TimeMs > toMs);

    /// <summary>A line a frame, in the order of time.</summary>
    public IEnumerable<string> Lines() => _entries.OrderBy(entry => entry.TimeMs).Select(entry => string.Create(
        CultureInfo.InvariantCulture, $"({entry.TimeMs / 1000m:0000000000.000000}) can0 {entry.Text}"));

    public sealed record Entry(long TimeMs, string Text);
}

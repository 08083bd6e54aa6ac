using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What one node has really stored of telemetry, by number; compared with what the city has.</summary>
public sealed class TelemetryTruth
{
    private readonly SortedDictionary<ulong, byte[]> _blocks = [];
    private ulong _journal;
    private int _noted;
    private ulong _asked;

    /// <summary>The city should have every block that is stored by now.</summary>
    public void Ask() => _asked = (ulong)_noted;

    /// <summary>Takes what has been stored since the last time; once a pass.</summary>
    public void Note(ulong journal, TelemetryStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _journal = journal;
        while (_noted < store.LastStored)
        {
            int number = store.Read(_noted + 1);
            if (number != 0)
            {
                _blocks[(ulong)number] = store.Record[TelemetryStore.Head..(TelemetryStore.Head + store.Length)];
            }

            _noted = number != 0 ? number : store.LastStored;
        }
    }

    /// <summary>The city has got so far as was asked.</summary>
    public bool IsIn(LifeTelemetry city)
    {
        ArgumentNullException.ThrowIfNull(city);
        ulong last = _blocks.Keys.LastOrDefault(number => number <= _asked);
        return city.Through(_journal) >= last;
    }

    /// <summary>Stored blocks that the city should have and has not, and that were not told as dropped.</summary>
    public long LostTo(LifeTelemetry city)
    {
        ArgumentNullException.ThrowIfNull(city);
        ulong upTo = Math.Max(_asked, city.Through(_journal));
        long missing = _blocks.Keys.Count(number => number <= upTo && city.Block(_journal, number) is null);
        return Math.Max(0, missing - (long)city.Dropped(_journal));
    }

    /// <summary>Blocks that the city has with other bytes than were stored, or that never were.</summary>
    public long AlteredIn(LifeTelemetry city)
    {
        ArgumentNullException.ThrowIfNull(city);
        return city.BlocksOf(_journal).Count(block =>
            !_blocks.TryGetValue(block.Number, out byte[]? stored) || !block.Block.AsSpan().SequenceEqual(stored));
    }
}

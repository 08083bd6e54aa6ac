namespace SwapEdge.Simulator;

/// <summary>
/// Gives a replayed node what came through its ports, and compares what it gives. Where that is another thing the turn
/// ends with a <see cref="ReplayDifferenceException"/>.
/// </summary>
internal sealed class ReplayTape : PortTape
{
    private readonly Track[] _tracks;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Queue<TurnEntry> _expected = new();
    private long _nowMs;

    /// <param name="names">The record's channels by number.</param>
    public ReplayTape(IReadOnlyList<string> names)
    {
        _tracks = [.. names.Select(_ => new Track())];
        for (int i = 0; i < names.Count; i++)
        {
            _numbers[names[i]] = i;
        }
    }

    public override bool Replays => true;

    public override long NowMs => _nowMs;

    /// <summary>A turn begins with these inputs and outputs.</summary>
    public void Begin(long nowMs, IEnumerable<TurnEntry> entries)
    {
        _nowMs = nowMs;
        foreach (TurnEntry entry in entries)
        {
            if (entry.Channel >= _tracks.Length)
            {
                throw new RecordDamageException($"channel {entry.Channel}, which the start does not name");
            }

            (entry.IsOutput ? _expected : _tracks[entry.Channel].Coming).Enqueue(entry);
        }
    }

    /// <summary>The turn is over: all that was given then must have come.</summary>
    public void End()
    {
        if (_expected.TryPeek(out TurnEntry? missing))
        {
            throw new ReplayDifferenceException(missing, null);
        }

        foreach (Track track in _tracks)
        {
            track.Settle();
        }
    }

    public override int Channel(string name) => _numbers.TryGetValue(name, out int number)
        ? number
        : throw new RecordDamageException($"it does not have '{name}': it was recorded by another build");

    public override long Value(int channel, long live)
    {
        Track track = _tracks[channel];
        return track.Due() is { } entry ? track.Number = entry.Number : track.Number;
    }

    public override byte[] Bytes(int channel, ReadOnlySpan<byte> live)
    {
        Track track = _tracks[channel];
        track.Lasts = true;
        return track.Due() is { } entry ? track.Bytes = entry.Bytes : track.Bytes;
    }

    public override byte[]? Next(int channel, byte[]? live) => _tracks[channel].Due()?.Bytes;

    public override byte[] Give(int channel, ReadOnlySpan<byte> given, byte[] live)
    {
        if (!_expected.TryDequeue(out TurnEntry? expected) || expected.Channel != channel
            || !given.SequenceEqual(expected.Bytes))
        {
            TurnEntry came = new(EntryKind.Gave, channel, 0, 0, given.ToArray(), []);
            throw new ReplayDifferenceException(expected, came);
        }

        return expected.Answer;
    }

    /// <summary>What is on its way on a channel, and what it had last.</summary>
    private sealed class Track
    {
        private int _asked;

        public Queue<TurnEntry> Coming { get; } = new();

        public long Number { get; set; }

        public byte[] Bytes { get; set; } = [];

        /// <summary>Of what its bytes are the last is so, and those before it are over.</summary>
        public bool Lasts { get; set; }

        /// <summary>Null: nothing new yet.</summary>
        public TurnEntry? Due()
        {
            if (Coming.Count == 0)
            {
                return null;
            }

            if (Coming.Peek().Skips > _asked)
            {
                _asked++;
                return null;
            }

            _asked = 0;
            return Coming.Dequeue();
        }

        /// <summary>What a firmware that asks less often has not asked for: a frame waits, a level is the last.
        /// </summary>
        public void Settle()
        {
            _asked = 0;
            for (int left = Coming.Count; left > 0; left--)
            {
                TurnEntry entry = Coming.Dequeue();
                if (entry.Kind == EntryKind.Value)
                {
                    Number = entry.Number;
                }
                else if (Lasts)
                {
                    Bytes = entry.Bytes;
                }
                else
                {
                    Coming.Enqueue(entry with { Skips = 0 });
                }
            }
        }
    }
}

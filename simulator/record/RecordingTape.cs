namespace SwapEdge.Simulator;

/// <summary>Notes what goes through the ports of a node into the turn that runs.</summary>
internal sealed class RecordingTape(NodeRecorder to) : PortTape
{
    private readonly List<Track> _tracks = [];

    public override bool Replays => false;

    public override long NowMs => to.NowMs;

    public IEnumerable<string> Names => _tracks.Select(track => track.Name);

    public override int Channel(string name)
    {
        if (_tracks.Exists(track => track.Name == name))
        {
            throw new InvalidOperationException($"two channels of a node are called '{name}'");
        }

        _tracks.Add(new Track(name));
        return _tracks.Count - 1;
    }

    public override long Value(int channel, long live)
    {
        Track track = _tracks[channel];
        if (to.IsForeign)
        {
            return live;
        }

        if (track.Number == live)
        {
            track.Skip(to.Turn);
            return live;
        }

        track.Number = live;
        Head(EntryKind.Value, channel).Number(track.Skipped(to.Turn)).Signed(live);
        return live;
    }

    public override byte[] Bytes(int channel, ReadOnlySpan<byte> live)
    {
        Track track = _tracks[channel];
        if (to.IsForeign)
        {
            return live.ToArray();
        }

        if (live.SequenceEqual(track.Bytes))
        {
            track.Skip(to.Turn);
            return track.Bytes;
        }

        track.Bytes = live.ToArray();
        Head(EntryKind.Came, channel).Number(track.Skipped(to.Turn)).Block(live);
        return track.Bytes;
    }

    public override byte[]? Next(int channel, byte[]? live)
    {
        Track track = _tracks[channel];
        if (to.IsForeign)
        {
            return live;
        }

        if (live is null)
        {
            track.Skip(to.Turn);
        }
        else
        {
            Head(EntryKind.Came, channel).Number(track.Skipped(to.Turn)).Block(live);
        }

        return live;
    }

    public override byte[] Give(int channel, ReadOnlySpan<byte> given, byte[] live)
    {
        Track track = _tracks[channel];
        if (to.IsForeign)
        {
            return live;
        }

        if (track.Gave && given.SequenceEqual(track.Bytes) && live.AsSpan().SequenceEqual(track.Answer))
        {
            Head(EntryKind.GaveAgain, channel);
            return live;
        }

        (track.Gave, track.Bytes, track.Answer) = (true, given.ToArray(), live);
        Head(EntryKind.Gave, channel).Block(given).Block(live);
        return live;
    }

    private RecordBytes Head(EntryKind kind, int channel) => to.Body.Number(TurnEntry.Head(kind, channel));

    /// <summary>What a channel had last.</summary>
    private sealed class Track(string name)
    {
        private long _turn;
        private int _skips;

        public string Name { get; } = name;

        public long Number { get; set; }

        public byte[] Bytes { get; set; } = [];

        public byte[] Answer { get; set; } = [];

        public bool Gave { get; set; }

        public void Skip(long turn)
        {
            _skips = turn == _turn ? _skips + 1 : 1;
            _turn = turn;
        }

        public int Skipped(long turn)
        {
            int skips = turn == _turn ? _skips : 0;
            _skips = 0;
            return skips;
        }
    }
}

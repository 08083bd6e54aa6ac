using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Samples every subject of a node once a second, one a pass, into the ring of the black box, and at its interval
    /// into the block that goes to the city. One subject a pass, because a reading costs half a pass of a lane.
    /// </summary>
    public sealed class Telemetry
    {
        private const int BlockS = 60;
        private const int SlotS = 10;

        private readonly Journal _journal;
        private readonly IClock _clock;
        private readonly TelemetrySources _sources;
        private readonly TelemetryTrack[] _tracks;
        private readonly TelemetryReading _reading = new TelemetryReading();
        private readonly int _intervalS;
        private long _second;
        private int _turn;

        private readonly TelemetryStore _store;

        public readonly BlackBox BlackBox;

        /// <summary>Takes all memory: see README of this folder.</summary>
        public Telemetry(
            Journal journal, IClock clock, EventWriter events, TelemetryStore store, TelemetrySources sources,
            int intervalS)
        {
            _journal = journal;
            _clock = clock;
            _sources = sources;
            _intervalS = intervalS;
            _tracks = new TelemetryTrack[sources.Count];
            for (int i = 0; i < _tracks.Length; i++)
            {
                _tracks[i] = new TelemetryTrack();
            }

            _turn = _tracks.Length;
            _store = store;
            BlackBox = new BlackBox(journal, events, _tracks);
        }

        /// <summary>Once a pass, after all that decides: samples at most one subject.</summary>
        public void Pass(long nowMs)
        {
            long second = nowMs / 1000;
            if (second != _second)
            {
                _second = second;
                _turn = 0;
            }

            if (_turn < _tracks.Length)
            {
                Sample(_turn, nowMs);
                _turn++;
            }

            BlackBox.Pass(nowMs);
        }

        /// <summary>At most one append. The blocks that close in one second are stored together.</summary>
        public void Keep()
        {
            if (_turn == _tracks.Length)
            {
                _store.Keep();
            }
        }

        private void Sample(int index, long nowMs)
        {
            TelemetryTrack track = _tracks[index];
            bool there = _sources.Take(index, nowMs, _reading);
            TelemetryBlock slot = track.Ring[track.Slot];
            if (IsOver(slot, there, 1, SlotS))
            {
                track.Turn();
                slot = track.Ring[track.Slot];
            }

            if (there && !Add(slot, 1, nowMs))
            {
                track.Turn();
                Add(track.Ring[track.Slot], 1, nowMs);
            }

            TelemetryBlock block = track.Block;
            int intervalS = BlackBox.IsOpen || _reading.Alarm ? 1 : _intervalS;
            if (IsOver(block, there, intervalS, BlockS))
            {
                Close(block);
            }

            if (there && _second - block.LastS >= intervalS && !Add(block, intervalS, nowMs))
            {
                Close(block);
                Add(block, intervalS, nowMs);
            }
        }

        /// <summary>The subject is another or gone, the time is over, the interval changes or was not kept.</summary>
        private bool IsOver(TelemetryBlock block, bool there, int intervalS, int lastsS)
        {
            long since = _second - block.StartMs / 1000;
            return block.Count > 0 && (!there || block.Mark != _reading.Mark() || block.IntervalS != intervalS
                || since >= lastsS || since > (long)block.Count * intervalS);
        }

        private bool Add(TelemetryBlock block, int intervalS, long nowMs)
        {
            if (block.Count == 0)
            {
                block.Begin(_reading, intervalS, _journal.Boot, nowMs, _clock.UtcMs, _clock.UtcQuality);
            }

            return block.Add(_reading, nowMs);
        }

        private void Close(TelemetryBlock block)
        {
            _store.Add(block);
            block.Count = 0;
        }
    }
}

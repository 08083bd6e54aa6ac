namespace SwapEdge.Protocol
{
    /// <summary>
    /// Cells or temperature probes that come a few a frame, each with the time of its own frame: a sweep over all of
    /// them takes seconds, and a rise is to be judged by the times of the probe itself. Probes are numbered from 0 in
    /// the order in which their frames were first seen; <see cref="Group"/> and <see cref="Number"/> say where one is.
    /// </summary>
    public sealed class ProbeStore
    {
        private const int FrameLength = SwapPackMessages.Length;

        private readonly long _index;
        private readonly long _group;
        private readonly long[] _values;
        private readonly int _periodMs;
        private readonly int[] _keys;
        private readonly long[] _timesMs;
        private readonly byte[] _frames;
        private readonly byte[] _scratch = new byte[FrameLength];

        private int _used;
        private int _last;
        private int _firstIndex = 1;

        /// <summary>Room for so many frames. The period is that of the message, whichever its index.</summary>
        public ProbeStore(int frames, long index, long group, long[] values, int periodMs)
        {
            _index = index;
            _group = group;
            _values = values;
            _periodMs = periodMs;
            _keys = new int[frames];
            _timesMs = new long[frames];
            _frames = new byte[frames * FrameLength];
        }

        /// <summary>Probes seen, those that are not fitted included.</summary>
        public int Count
        {
            get { return _used * _values.Length; }
        }

        /// <summary>A store is swept once in this time; a probe is stale after three sweeps without it.</summary>
        public int SweepMs
        {
            get { return _used * _periodMs; }
        }

        /// <summary>Takes a frame: Ok, or NoRoom when it is of a group that there is no room for.</summary>
        public DecodeResult Accept(byte[] data, long timeMs)
        {
            int index = _index.Read(data);
            int at = FindFrame((_group.Read(data) << 8) | index);
            if (at < 0)
            {
                if (_used == _keys.Length)
                {
                    return DecodeResult.NoRoom;
                }

                at = _used;
                _keys[at] = (_group.Read(data) << 8) | index;
                _firstIndex = index == 0 ? 0 : _firstIndex;
                _used++;
            }

            System.Array.Copy(data, 0, _frames, at * FrameLength, FrameLength);
            _timesMs[at] = timeMs;
            _last = at;
            return DecodeResult.Ok;
        }

        /// <summary>Board or pack of a probe, as sent.</summary>
        public int Group(int probe)
        {
            return _keys[probe / _values.Length] >> 8;
        }

        /// <summary>Number of a probe in its group, from 1, whether the index of the frames starts at 0 or 1.</summary>
        public int Number(int probe)
        {
            int index = _keys[probe / _values.Length] & 0xFF;
            return (index - _firstIndex) * _values.Length + probe % _values.Length + 1;
        }

        public int Value(int probe)
        {
            return SignalOf(probe).Read(_scratch);
        }

        /// <summary>All ones is not available, one less is abnormal.</summary>
        public Quality QualityOf(int probe, long nowMs)
        {
            long signal = SignalOf(probe);
            if (!signal.IsAvailable(_scratch))
            {
                return Quality.NotAvailable;
            }

            if (signal.IsAbnormal(_scratch))
            {
                return Quality.Abnormal;
            }

            return nowMs - TimeMs(probe) <= SweepMs * SwapPackMessages.StalePeriods ? Quality.Valid : Quality.Stale;
        }

        /// <summary>When the probe was last sent.</summary>
        public long TimeMs(int probe)
        {
            return _timesMs[probe / _values.Length];
        }

        /// <summary>The probe of a group by its number from 1, or -1.</summary>
        public int Find(int group, int number)
        {
            int at = number < 1 ? -1 : FindFrame((group << 8) | ((number - 1) / _values.Length + _firstIndex));
            return at < 0 ? -1 : at * _values.Length + (number - 1) % _values.Length;
        }

        public void Reset()
        {
            _used = 0;
            _last = 0;
            _firstIndex = 1;
        }

        private long SignalOf(int probe)
        {
            System.Array.Copy(_frames, probe / _values.Length * FrameLength, _scratch, 0, FrameLength);
            return _values[probe % _values.Length];
        }

        // The frames come in turn: the one after the last is nearly always the next.
        private int FindFrame(int key)
        {
            int at = _last;
            for (int i = 0; i < _used; i++)
            {
                at = at + 1 < _used ? at + 1 : 0;
                if (_keys[at] == key)
                {
                    return at;
                }
            }

            return -1;
        }
    }
}

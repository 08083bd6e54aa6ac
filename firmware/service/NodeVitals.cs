using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>How well the node keeps its time, and what memory it has left.</summary>
    public sealed class NodeVitals
    {
        private const int PeriodMs = 50;
        private const int LateMs = 20;
        private const int SampleMs = 60000;

        // A TLS handshake takes 36 to 50 KB at its peak, in blocks of up to 16.7 KB.
        private const int HandshakeBytes = 51200;
        private const int TlsBlockBytes = 17408;
        private const int ManagedBytes = 32768;

        private const int Never = 0x7FFFFFFF;

        private readonly IVitals _port;
        private ulong _passes;
        private uint _late;
        private uint _missed;
        private long _longestGapMs;
        private long _longestWorkMs;
        private long _beganMs = -1;
        private long _dueMs;
        private int _leastFree = Never;
        private int _leastNative = Never;
        private int _leastLargest = Never;

        /// <summary>The board can tell its memory: bytes, as sampled last.</summary>
        public bool MemoryKnown;
        public int FreeBytes;
        public int NativeFreeBytes;
        public int NativeLargestBytes;

        /// <param name="port">May be null.</param>
        public NodeVitals(IVitals port)
        {
            _port = port;
        }

        /// <summary>Not enough for a TLS handshake, or for the node itself.</summary>
        public bool IsMemoryLow
        {
            get
            {
                return MemoryKnown && (FreeBytes < ManagedBytes || NativeFreeBytes < HandshakeBytes
                    || NativeLargestBytes < TlsBlockBytes);
            }
        }

        /// <summary>One of a hundred passes was left out.</summary>
        public bool IsLate
        {
            get { return _missed * 100UL > _passes; }
        }

        /// <summary>Why the run before this one ended.</summary>
        public BootReason LastEnd
        {
            get { return _port == null ? BootReason.Unknown : _port.LastEnd; }
        }

        /// <summary>What only the board can see: bits of <see cref="SelfTestFinding"/>.</summary>
        public int Findings
        {
            get { return _port == null ? 0 : _port.Findings; }
        }

        /// <summary>A pass begins.</summary>
        public void Begin(long nowMs)
        {
            long gapMs = _beganMs < 0 ? PeriodMs : nowMs - _beganMs;
            _beganMs = nowMs;
            _passes++;
            if (gapMs >= PeriodMs + LateMs)
            {
                _late++;
                _missed += (uint)((gapMs + PeriodMs / 2) / PeriodMs - 1);
            }

            if (gapMs > _longestGapMs)
            {
                _longestGapMs = gapMs;
            }
        }

        /// <summary>From the board, when a pass is over; without it the time of the work is not told.</summary>
        public void End(long nowMs)
        {
            long workMs = nowMs - _beganMs;
            _longestWorkMs = workMs > _longestWorkMs ? workMs : _longestWorkMs;
        }

        /// <summary>Once a pass in which nothing moves; looks once a minute.</summary>
        public void Sample(long nowMs)
        {
            if (_port == null || nowMs < _dueMs)
            {
                return;
            }

            _dueMs = nowMs + SampleMs;
            int free;
            int nativeFree;
            int nativeLargest;
            MemoryKnown = _port.ReadMemory(out free, out nativeFree, out nativeLargest);
            if (MemoryKnown)
            {
                FreeBytes = free;
                NativeFreeBytes = nativeFree;
                NativeLargestBytes = nativeLargest;
                _leastFree = FreeBytes < _leastFree ? FreeBytes : _leastFree;
                _leastNative = NativeFreeBytes < _leastNative ? NativeFreeBytes : _leastNative;
                _leastLargest = NativeLargestBytes < _leastLargest ? NativeLargestBytes : _leastLargest;
            }
        }

        /// <summary>Writes PassTimes and Memory as fields 10 and 11 of a Diagnostics; where they end.</summary>
        public int Write(byte[] into, int at)
        {
            int start = ProtoWriter.Open(into, at, 10);
            at = ProtoWriter.Varint(into, start, 1, _passes);
            at = ProtoWriter.Varint(into, at, 2, _late);
            at = ProtoWriter.Varint(into, at, 3, _missed);
            at = ProtoWriter.Varint(into, at, 4, (ulong)_longestGapMs);
            at = ProtoWriter.Varint(into, at, 5, (ulong)_longestWorkMs);
            at = ProtoWriter.Close(into, start, at);
            if (!MemoryKnown)
            {
                return at;
            }

            start = ProtoWriter.Open(into, at, 11);
            at = ProtoWriter.Varint(into, start, 1, (uint)FreeBytes);
            at = ProtoWriter.Varint(into, at, 2, (uint)_leastFree);
            at = ProtoWriter.Varint(into, at, 3, (uint)NativeFreeBytes);
            at = ProtoWriter.Varint(into, at, 4, (uint)_leastNative);
            at = ProtoWriter.Varint(into, at, 5, (uint)NativeLargestBytes);
            at = ProtoWriter.Varint(into, at, 6, (uint)_leastLargest);
            return ProtoWriter.Close(into, start, at);
        }
    }
}

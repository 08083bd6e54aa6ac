using System;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Samples of one subject at an even interval, written as SPEC.md has them: each holds only what has changed since
    /// the one before. Allocates nothing; what does not fit is refused and leaves the block as it was.
    /// </summary>
    public sealed class TelemetryBlock
    {
        private const int Version = 1;

        private readonly int[] _last = new int[TelemetryReading.FieldRoom];
        private ulong _lastQualities;

        public readonly byte[] Data;

        /// <summary>Bytes of the block; of meaning while <see cref="Count"/> is not 0.</summary>
        public int Length;

        /// <summary>Samples; 0 while nothing is begun.</summary>
        public int Count;

        /// <summary>Milliseconds since boot at the first sample.</summary>
        public long StartMs;

        /// <summary>Second of the last sample; also after the block was closed.</summary>
        public long LastS = -Longest;

        /// <summary>Seconds from one sample to the next.</summary>
        public int IntervalS;

        /// <summary>Of the subject, as <see cref="TelemetryReading.Mark"/>.</summary>
        public uint Mark;

        /// <summary>Longest interval, seconds.</summary>
        public const int Longest = 600;

        /// <param name="room">Bytes at most; a header takes up to 78, a sample up to 170.</param>
        public TelemetryBlock(int room)
        {
            Data = new byte[room];
        }

        /// <summary>Begins with who it is about and when; the caller adds the first sample next.</summary>
        public void Begin(
            TelemetryReading reading, int intervalS, uint boot, long nowMs, long utcMs, TimeQuality quality)
        {
            StartMs = nowMs;
            IntervalS = intervalS;
            Mark = reading.Mark();
            Count = 0;
            _lastQualities = 0;
            Array.Clear(_last, 0, _last.Length);
            Data[0] = Version;
            Data[1] = (byte)reading.Subject;
            Data[2] = (byte)reading.Fields;
            int at = ProtoWriter.RawVarint(Data, 3, (uint)reading.Bay);
            at = ProtoWriter.RawVarint(Data, at, reading.Serial);
            at = ProtoWriter.RawVarint(Data, at, (uint)reading.NameLength);
            if (reading.NameLength > 0)
            {
                Array.Copy(reading.Name, 0, Data, at, reading.NameLength);
                at += reading.NameLength;
            }

            at = ProtoWriter.RawVarint(Data, at, boot);
            at = ProtoWriter.RawVarint(Data, at, (ulong)nowMs);
            at = ProtoWriter.RawVarint(Data, at, (uint)quality);
            at = ProtoWriter.RawVarint(Data, at, (ulong)utcMs);
            Length = ProtoWriter.RawVarint(Data, at, (uint)intervalS * 1000);
        }

        /// <summary>Adds a sample of the same subject; false when there is no room.</summary>
        public bool Add(TelemetryReading reading, long nowMs)
        {
            int fields = reading.Fields;
            uint mask = reading.Qualities != _lastQualities ? 1u << fields : 0;
            for (int i = 0; i < fields; i++)
            {
                mask |= reading.Values[i] != _last[i] ? 1u << i : 0;
            }

            int at = ProtoWriter.RawVarint(Data, Length, mask);
            for (int i = 0; i < fields; i++)
            {
                int delta = reading.Values[i] - _last[i];
                if (delta != 0)
                {
                    at = ProtoWriter.RawVarint(Data, at, (uint)((delta << 1) ^ (delta >> 31)));
                }
            }

            if (reading.Qualities != _lastQualities)
            {
                at = ProtoWriter.RawVarint(Data, at, reading.Qualities);
            }

            if (at < 0)
            {
                return false;
            }

            Length = at;
            Count++;
            LastS = nowMs / 1000;
            _lastQualities = reading.Qualities;
            Array.Copy(reading.Values, 0, _last, 0, fields);
            return true;
        }
    }
}

using System;
using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The keyed chain through all headers and records of a journal: each value is the MAC over the one before and the
    /// bytes that follow. Who has no key can change, remove, insert or move nothing without a value that no longer
    /// fits; what was cut off at the end shows only against the city's store.
    /// </summary>
    public sealed class SegmentChain
    {
        /// <summary>Bytes of a value: HMAC-SHA256.</summary>
        public const int Length = 32;

        private const int Kind = 2;

        private readonly IMac _mac;
        private readonly byte[] _input = new byte[Kind + Length + Journal.RecordRoom];

        /// <summary>So far.</summary>
        public readonly byte[] Value = new byte[Length];

        public SegmentChain(IMac mac)
        {
            _mac = mac;

            // As every signed body begins: none can be taken for another.
            _input[0] = 1 << 3;
            _input[1] = (byte)SignedKind.Journal;
        }

        /// <summary>Goes on over these bytes, no more than an event has.</summary>
        public void Extend(byte[] data, int offset, int length)
        {
            Array.Copy(Value, 0, _input, Kind, Length);
            Array.Copy(data, offset, _input, Kind + Length, length);
            _mac.Compute(_input, 0, Kind + Length + length, Value);
        }
    }
}

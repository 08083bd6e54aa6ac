using System;

namespace SwapEdge.Protocol
{
    /// <summary>What carries a block: <c>Telemetry</c> and <c>BlackBox</c> of city.proto.</summary>
    public static class TelemetryCodec
    {
        /// <summary>Writes a message up to and with its block; its length, or -1 when there is no room.</summary>
        /// <param name="journal">Identity of the node's journal.</param>
        /// <param name="number">Number of the block.</param>
        /// <param name="previous">Number of the one before it: there is none between the two.</param>
        /// <param name="reissued">It was closed before this connection began.</param>
        /// <param name="dropped">Blocks that had to go unsent since boot.</param>
        /// <param name="data">Where the block is.</param>
        /// <param name="offset">Its first byte.</param>
        /// <param name="length">Its bytes.</param>
        /// <param name="into">Written from its first byte.</param>
        public static int Encode(
            ulong journal,
            int number,
            int previous,
            bool reissued,
            uint dropped,
            byte[] data,
            int offset,
            int length,
            byte[] into)
        {
            int at = ProtoWriter.Fixed64(into, 0, 1, journal);
            at = ProtoWriter.Varint(into, at, 2, (uint)number);
            at = ProtoWriter.Varint(into, at, 3, (uint)previous);
            at = ProtoWriter.Varint(into, at, 4, reissued ? 1u : 0u);
            at = ProtoWriter.Varint(into, at, 5, dropped);
            at = ProtoWriter.Varint(into, at, 6, data[offset + 1]);
            return Block(data, offset, length, into, at, 7);
        }

        /// <summary>The black box of an event, when it has one; the next position, or -1.</summary>
        internal static int EncodeBox(EventRecord record, byte[] into, int at)
        {
            if (record.BoxFault == 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 19);
            at = ProtoWriter.Varint(into, start, 1, record.BoxFault);
            at = ProtoWriter.Varint(into, at, 2, record.Reissued ? 1u : 0u);
            at = Block(record.Block, 0, record.BlockLength, into, at, 3);
            return ProtoWriter.Close(into, start, at);
        }

        private static int Block(byte[] data, int offset, int length, byte[] into, int at, int field)
        {
            if (length > 0)
            {
                at = ProtoWriter.Head(into, at, field, length);
                if (at >= 0)
                {
                    Array.Copy(data, offset, into, at, length);
                    at += length;
                }
            }

            return at;
        }
    }
}

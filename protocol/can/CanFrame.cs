namespace SwapEdge.Protocol
{
    /// <summary>One classic CAN frame with its arrival time. Reused: whoever keeps a frame copies it.</summary>
    public sealed class CanFrame
    {
        /// <summary>Payload bytes; only the first <see cref="Length"/> count.</summary>
        public readonly byte[] Data = new byte[8];

        /// <summary>29-bit identifier, or 11-bit when <see cref="Extended"/> is false.</summary>
        public uint Id;

        public bool Extended = true;

        /// <summary>Payload length in bytes, 0 to 8.</summary>
        public int Length;

        /// <summary>Arrival in milliseconds since boot.</summary>
        public long TimeMs;

        public void CopyFrom(CanFrame other)
        {
            Id = other.Id;
            Extended = other.Extended;
            Length = other.Length;
            TimeMs = other.TimeMs;
            System.Array.Copy(other.Data, 0, Data, 0, 8);
        }
    }
}

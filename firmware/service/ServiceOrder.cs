using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>One issuer's order to take the node out of service.</summary>
    public sealed class ServiceOrder
    {
        /// <summary>Bytes in the store: order (8), UTC (8), its quality (1), boot (4), uptime (8).</summary>
        public const int Length = 29;

        /// <summary>As its issuer numbers it, 0 when it has none.</summary>
        public ulong Number;

        // When it was given. While the quality is unknown only boot and uptime count.
        public long UtcMs;
        public TimeQuality TimeQuality;
        public uint Boot;
        public long UptimeMs;

        /// <summary>Takes number and times from the event that records it.</summary>
        public void Take(EventRecord audit)
        {
            Number = audit.OrderNumber;
            UtcMs = audit.UtcMs;
            TimeQuality = audit.TimeQuality;
            Boot = audit.Boot;
            UptimeMs = audit.UptimeMs;
        }

        public void Write(byte[] into, int offset)
        {
            Bytes.WriteUInt64(into, offset, Number);
            Bytes.WriteUInt64(into, offset + 8, (ulong)UtcMs);
            into[offset + 16] = (byte)TimeQuality;
            Bytes.WriteUInt32(into, offset + 17, Boot);
            Bytes.WriteUInt64(into, offset + 21, (ulong)UptimeMs);
        }

        public void Read(byte[] from, int offset)
        {
            Number = Bytes.ReadUInt64(from, offset);
            UtcMs = (long)Bytes.ReadUInt64(from, offset + 8);
            TimeQuality = (TimeQuality)from[offset + 16];
            Boot = Bytes.ReadUInt32(from, offset + 17);
            UptimeMs = (long)Bytes.ReadUInt64(from, offset + 21);
        }
    }
}

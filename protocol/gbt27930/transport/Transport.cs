namespace SwapEdge.Protocol
{
    /// <summary>
    /// Numbers and fields of the transport protocol (SAE J1939-21, 5.10): 9 to 1785 bytes, 7 a packet.
    /// </summary>
    public static class Transport
    {
        /// <summary>Connection management (TP.CM) and data transfer (TP.DT).</summary>
        public const int ConnectionPgn = 0xEC00;
        public const int DataPgn = 0xEB00;
        public const int Priority = 7;

        public const int MinSize = 9;
        public const int MaxSize = 1785;
        public const int PacketBytes = 7;

        // Control byte
        public const int RequestToSend = 0x10;
        public const int ClearToSend = 0x11;
        public const int EndOfMessage = 0x13;
        public const int BroadcastAnnounce = 0x20;
        public const int Abort = 0xFF;

        // Abort reasons
        public const int AbortBusy = 1;
        public const int AbortResources = 2;
        public const int AbortTimeout = 3;

        /// <summary>T2 and T3: the longest wait for an answer, or for data after a clear to send.</summary>
        public const int AnswerTimeoutMs = 1250;

        /// <summary>T1: the longest gap between two packets of a broadcast.</summary>
        public const int BroadcastTimeoutMs = 750;

        /// <summary>
        /// Gap between packets as chargers keep it on GB/T 27930 buses, and the least of a broadcast.
        /// </summary>
        public const int SpacingMs = 10;
        public const int BroadcastSpacingMs = 50;

        public static int Control(byte[] data)
        {
            return data[0];
        }

        /// <summary>Total size, of a request, an announcement or an end of message.</summary>
        public static int Size(byte[] data)
        {
            return data[1] | (data[2] << 8);
        }

        public static int PacketCount(byte[] data)
        {
            return data[3];
        }

        /// <summary>PGN of the transported message, in every connection frame.</summary>
        public static int CarriedPgn(byte[] data)
        {
            return data[5] | (data[6] << 8) | ((data[7] & 3) << 16);
        }

        public static int Packets(int size)
        {
            return (size + PacketBytes - 1) / PacketBytes;
        }

        internal static void WriteConnection(CanFrame into, int source, int destination, int control, int pgn)
        {
            Begin(into, ConnectionPgn, source, destination);
            into.Data[0] = (byte)control;
            into.Data[5] = (byte)pgn;
            into.Data[6] = (byte)(pgn >> 8);
            into.Data[7] = (byte)(pgn >> 16);
        }

        internal static void WriteSize(CanFrame into, int size)
        {
            into.Data[1] = (byte)size;
            into.Data[2] = (byte)(size >> 8);
            into.Data[3] = (byte)Packets(size);
        }

        internal static void Begin(CanFrame into, int pgn, int source, int destination)
        {
            into.Id = J1939.Id(Priority, pgn, destination, source);
            into.Extended = true;
            into.Length = 8;
            for (int i = 0; i < 8; i++)
            {
                into.Data[i] = 0xFF;
            }
        }
    }
}

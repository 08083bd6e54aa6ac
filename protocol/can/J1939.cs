namespace SwapEdge.Protocol
{
    /// <summary>The parts of a 29-bit J1939 identifier (SAE J1939-21, 5.2).</summary>
    public static class J1939
    {
        /// <summary>Destination of a broadcast.</summary>
        public const int Everyone = 0xFF;

        /// <summary>
        /// Upper byte of a PGN (PF) from which on (PDU2) the lower one belongs to it, too, and the message is for
        /// everyone.
        /// </summary>
        public const int FirstBroadcastFormat = 0xF000;

        private const int Format = 0xFF00;

        public static int Priority(uint id)
        {
            return (int)(id >> 26) & 7;
        }

        public static int Pgn(uint id)
        {
            int pgn = (int)(id >> 8) & 0x3FFFF;
            return (pgn & Format) >= FirstBroadcastFormat ? pgn : pgn & 0x3FF00;
        }

        public static int Destination(uint id)
        {
            int pgn = (int)(id >> 8) & 0x3FFFF;
            return (pgn & Format) >= FirstBroadcastFormat ? Everyone : pgn & 0xFF;
        }

        public static int Source(uint id)
        {
            return (int)id & 0xFF;
        }

        /// <summary>The destination counts for a PDU1 PGN only.</summary>
        public static uint Id(int priority, int pgn, int destination, int source)
        {
            uint id = ((uint)priority << 26) | ((uint)pgn << 8) | (uint)source;
            return (pgn & Format) >= FirstBroadcastFormat ? id : id | ((uint)destination << 8);
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>
    /// What all frames of the station link share: 29-bit identifiers 18FF5xSS (PDU2, proprietary) whose last byte is
    /// the address of the sending node, 8 bytes, a life counter in byte 0 that runs from 0 to 255.
    /// </summary>
    public static class StationLink
    {
        public const int ProtocolVersion = 2;
        public const int Length = 8;
        public const int Priority = 6;
        public const int LifeWrap = 256;

        /// <summary>A frame is stale after this many periods without it.</summary>
        public const int StalePeriods = 3;

        private static readonly byte[] Unused = AllOnes();

        /// <summary>Sets identifier and length, and every bit of the payload, as unused bits are sent.</summary>
        internal static void Begin(CanFrame into, int pgn, int source)
        {
            into.Id = J1939.Id(Priority, pgn, J1939.Everyone, source);
            into.Extended = true;
            into.Length = Length;
            System.Array.Copy(Unused, 0, into.Data, 0, Length);
        }

        internal static DecodeResult Check(CanFrame frame, int pgn)
        {
            if (!frame.Extended || J1939.Pgn(frame.Id) != pgn)
            {
                return DecodeResult.UnknownId;
            }

            return frame.Length < Length ? DecodeResult.Short : DecodeResult.Ok;
        }

        private static byte[] AllOnes()
        {
            byte[] ones = new byte[Length];
            for (int i = 0; i < Length; i++)
            {
                ones[i] = 0xFF;
            }

            return ones;
        }
    }
}

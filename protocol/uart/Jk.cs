namespace SwapEdge.Protocol
{
    /// <summary>
    /// The frames of a JK BMS, 115200 baud: <c>4E 57</c>, length (2, all but these two), terminal (4), command, source,
    /// transport, fields, record number (4), <c>68</c>, checksum (4, of which the upper two are not used). Numbers are
    /// high byte first; the sum is that of all bytes before it.
    /// </summary>
    public static class Jk
    {
        public const byte Start = 0x4E;
        public const byte SecondStart = 0x57;
        public const byte End = 0x68;

        public const int CommandOffset = 8;
        public const int SourceOffset = 9;
        public const int TransportOffset = 10;
        public const int FieldOffset = 11;

        /// <summary>Bytes behind the fields, and how far from the end of the frame the end byte stands.</summary>
        public const int Tail = 9;
        public const int EndBack = 5;
        public const int MinLength = FieldOffset + Tail;

        /// <summary>An answer of 32 cells with every field has 339 bytes.</summary>
        public const int Room = 512;

        public const int ReadField = 0x03;
        public const int ReadAll = 0x06;

        public const int FromBms = 0;
        public const int FromPc = 3;

        public const int Request = 0;
        public const int Answer = 1;
        public const int Report = 2;

        public static int Checksum(byte[] frame, int offset, int count)
        {
            int sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += frame[offset + i];
            }

            return sum & 0xFFFF;
        }
    }
}

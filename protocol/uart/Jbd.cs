namespace SwapEdge.Protocol
{
    /// <summary>
    /// The frames of a JBD (Jiabaida, Xiaoxiang) BMS, 9600 baud: <c>DD A5 register length data sum sum 77</c>, answered
    /// by <c>DD register status length data sum sum 77</c>. Numbers are high byte first; the sum is 0x10000 less the
    /// bytes from the third on.
    /// </summary>
    public static class Jbd
    {
        public const byte Start = 0xDD;
        public const byte End = 0x77;
        public const byte ReadCommand = 0xA5;
        public const byte WriteCommand = 0x5A;
        public const int BasicRegister = 0x03;
        public const int CellRegister = 0x04;

        /// <summary>Name of the board in ASCII, as its owner has written it.</summary>
        public const int NameRegister = 0x05;
        public const int StatusOk = 0x00;
        public const int StatusError = 0x80;

        public const int LengthOffset = 3;
        public const int DataOffset = 4;

        /// <summary>Bytes of a frame beside its data.</summary>
        public const int Overhead = 7;
        public const int Room = Overhead + 255;

        public static bool IsRequest(byte[] frame)
        {
            return frame[1] == ReadCommand || frame[1] == WriteCommand;
        }

        /// <summary>Asks for a register. Bytes written, or -1 when there is no room.</summary>
        public static int WriteRequest(int register, byte[] into, int offset)
        {
            return Write(ReadCommand, (byte)register, null, 0, into, offset);
        }

        /// <summary>What a BMS answers. Bytes written, or -1 when there is no room or the data is too long.</summary>
        public static int WriteAnswer(int register, int status, byte[] data, int length, byte[] into, int offset)
        {
            return Write((byte)register, (byte)status, data, length, into, offset);
        }

        /// <summary>Sum of a frame that begins at the offset and has that many bytes of data.</summary>
        public static int Checksum(byte[] frame, int offset, int dataLength)
        {
            int sum = 0;
            for (int i = 2; i < DataOffset + dataLength; i++)
            {
                sum -= frame[offset + i];
            }

            return sum & 0xFFFF;
        }

        private static int Write(byte second, byte third, byte[] data, int length, byte[] into, int offset)
        {
            if (length < 0 || length > 255 || offset < 0 || Overhead + length > into.Length - offset)
            {
                return -1;
            }

            into[offset] = Start;
            into[offset + 1] = second;
            into[offset + 2] = third;
            into[offset + LengthOffset] = (byte)length;
            for (int i = 0; i < length; i++)
            {
                into[offset + DataOffset + i] = data[i];
            }

            int sum = Checksum(into, offset, length);
            int at = offset + DataOffset + length;
            into[at] = (byte)(sum >> 8);
            into[at + 1] = (byte)sum;
            into[at + 2] = End;
            return Overhead + length;
        }
    }
}

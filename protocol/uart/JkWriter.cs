namespace SwapEdge.Protocol
{
    /// <summary>
    /// Writes one frame of the JK protocol: Start, fields, Finish. What does not fit is refused and changes nothing.
    /// </summary>
    public sealed class JkWriter
    {
        public readonly byte[] Frame = new byte[Jk.Room];

        /// <summary>Bytes so far; of the whole frame after <see cref="Finish"/>.</summary>
        public int Length;

        /// <summary>A request for all fields, whole.</summary>
        public void WriteRequest()
        {
            Start(Jk.ReadAll, Jk.FromPc, Jk.Request);
            Frame[Length] = 0;
            Length++;
            Finish(0);
        }

        public void Start(int command, int source, int transport)
        {
            Frame[0] = Jk.Start;
            Frame[1] = Jk.SecondStart;
            for (int i = 2; i < Jk.CommandOffset; i++)
            {
                Frame[i] = 0;
            }

            Frame[Jk.CommandOffset] = (byte)command;
            Frame[Jk.SourceOffset] = (byte)source;
            Frame[Jk.TransportOffset] = (byte)transport;
            Length = Jk.FieldOffset;
        }

        public bool AddCells(int[] millivolts, int count)
        {
            if (count < 1 || count > UartReading.MaxCells || !HasRoom(2 + (3 * count)))
            {
                return false;
            }

            Frame[Length] = JkField.Cells;
            Frame[Length + 1] = (byte)(3 * count);
            Length += 2;
            for (int i = 0; i < count; i++)
            {
                Frame[Length] = (byte)(i + 1);
                Frame[Length + 1] = (byte)(millivolts[i] >> 8);
                Frame[Length + 2] = (byte)millivolts[i];
                Length += 3;
            }

            return true;
        }

        /// <summary>A number; false when the field is none of up to four bytes, or too small for it.</summary>
        public bool Add(int code, uint value)
        {
            int length = JkField.LengthOf(code);
            if (length == 0 || length > 4 || (length < 4 && (value >> (8 * length)) != 0) || !HasRoom(1 + length))
            {
                return false;
            }

            Frame[Length] = (byte)code;
            for (int i = 0; i < length; i++)
            {
                Frame[Length + 1 + i] = (byte)(value >> (8 * (length - 1 - i)));
            }

            Length += 1 + length;
            return true;
        }

        /// <summary>A text, filled up with zeros.</summary>
        public bool AddText(int code, string text)
        {
            int length = JkField.LengthOf(code);
            if (text.Length > length || !HasRoom(1 + length))
            {
                return false;
            }

            Frame[Length] = (byte)code;
            Ascii.Write(text, Frame, Length + 1);
            for (int i = text.Length; i < length; i++)
            {
                Frame[Length + 1 + i] = 0;
            }

            Length += 1 + length;
            return true;
        }

        public void Finish(uint record)
        {
            for (int i = 0; i < 4; i++)
            {
                Frame[Length + i] = (byte)(record >> (8 * (3 - i)));
            }

            Frame[Length + 4] = Jk.End;
            Length += Jk.Tail;
            Frame[2] = (byte)((Length - 2) >> 8);
            Frame[3] = (byte)(Length - 2);
            int sum = Jk.Checksum(Frame, 0, Length - 4);
            Frame[Length - 4] = 0;
            Frame[Length - 3] = 0;
            Frame[Length - 2] = (byte)(sum >> 8);
            Frame[Length - 1] = (byte)sum;
        }

        private bool HasRoom(int bytes)
        {
            return Length + bytes + Jk.Tail <= Jk.Room;
        }
    }
}

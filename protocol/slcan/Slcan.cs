namespace SwapEdge.Protocol
{
    /// <summary>
    /// The text protocol of CAN adapters on a serial port (Lawicel; CANable and others speak it), written. A line is a
    /// letter and hexadecimal digits and ends with a carriage return; "no" is a bell. Each writer returns the bytes
    /// written, or -1, with nothing written, when there is no room or the line cannot be.
    /// </summary>
    public static class Slcan
    {
        public const byte End = 0x0D;
        public const byte Bell = 0x07;

        /// <summary>Longest line with its end: an extended frame of eight bytes with a time stamp.</summary>
        public const int MaxLine = 31;
        public const int StandardDigits = 3;
        public const int ExtendedDigits = 8;
        public const int StampDigits = 4;

        /// <summary>A time stamp counts milliseconds and begins again after 60 s.</summary>
        public const int StampPeriodMs = 60000;

        public const uint Rate125Kbit = 4;
        public const uint Rate250Kbit = 5;
        public const uint Rate500Kbit = 6;
        public const uint MaxRate = 8;

        public const uint ReceiveQueueFull = 0x01;
        public const uint SendQueueFull = 0x02;
        public const uint ErrorWarning = 0x04;
        public const uint Overrun = 0x08;
        public const uint ErrorPassive = 0x20;
        public const uint ArbitrationLost = 0x40;
        public const uint BusError = 0x80;

        /// <summary>A frame; with a stamp of -1 none is written. A remote frame has a length and no bytes.</summary>
        public static int WriteFrame(CanFrame frame, bool remote, int stampMs, byte[] into, int offset)
        {
            int idDigits = frame.Extended ? ExtendedDigits : StandardDigits;
            int bytes = remote ? 0 : frame.Length;
            int length = 1 + idDigits + 1 + (2 * bytes) + (stampMs < 0 ? 0 : StampDigits) + 1;
            uint limit = frame.Extended ? 0x1FFFFFFFu : 0x7FFu;
            if (frame.Id > limit || frame.Length > 8 || offset < 0 || length > into.Length - offset)
            {
                return -1;
            }

            into[offset] = frame.Extended ? (byte)(remote ? 'R' : 'T') : (byte)(remote ? 'r' : 't');
            int at = WriteHex(frame.Id, idDigits, into, offset + 1);
            at = WriteHex((uint)frame.Length, 1, into, at);
            for (int i = 0; i < bytes; i++)
            {
                at = WriteHex(frame.Data[i], 2, into, at);
            }

            if (stampMs >= 0)
            {
                at = WriteHex((uint)stampMs & 0xFFFF, StampDigits, into, at);
            }

            into[at] = End;
            return length;
        }

        /// <summary>Anything but a frame and the texts; what has no value ignores it.</summary>
        public static int WriteLine(SlcanKind kind, uint value, byte[] into, int offset)
        {
            int letter = LetterOf(kind);
            int digits = DigitsOf(kind);
            int length = 2 + digits;
            if (kind == SlcanKind.Accepted || kind == SlcanKind.Refused)
            {
                length = 1;
            }
            else if (letter == 0 || (digits > 0 && digits < 8 && (value >> (4 * digits)) != 0))
            {
                return -1;
            }

            if (offset < 0 || length > into.Length - offset)
            {
                return -1;
            }

            int at = offset;
            if (length > 1)
            {
                into[at] = (byte)letter;
                at = WriteHex(value, digits, into, at + 1);
            }

            into[at] = kind == SlcanKind.Refused ? Bell : End;
            return length;
        }

        private static int WriteHex(uint value, int digits, byte[] into, int offset)
        {
            for (int i = 0; i < digits; i++)
            {
                int nibble = (int)(value >> (4 * (digits - 1 - i))) & 0xF;
                into[offset + i] = (byte)(nibble < 10 ? '0' + nibble : 'A' + nibble - 10);
            }

            return offset + digits;
        }

        private static int LetterOf(SlcanKind kind)
        {
            switch (kind)
            {
                case SlcanKind.Sent: return 'z';
                case SlcanKind.Flags: return 'F';
                case SlcanKind.SetRate: return 'S';
                case SlcanKind.SetTiming: return 's';
                case SlcanKind.Open: return 'O';
                case SlcanKind.Listen: return 'L';
                case SlcanKind.Close: return 'C';
                case SlcanKind.AskFlags: return 'F';
                case SlcanKind.AskVersion: return 'V';
                case SlcanKind.AskSerial: return 'N';
                case SlcanKind.TimeStamps: return 'Z';
                case SlcanKind.AcceptanceCode: return 'M';
                case SlcanKind.AcceptanceMask: return 'm';
                default: return 0;
            }
        }

        private static int DigitsOf(SlcanKind kind)
        {
            switch (kind)
            {
                case SlcanKind.SetRate: return 1;
                case SlcanKind.TimeStamps: return 1;
                case SlcanKind.Flags: return 2;
                case SlcanKind.SetTiming: return 4;
                case SlcanKind.AcceptanceCode: return 8;
                case SlcanKind.AcceptanceMask: return 8;
                default: return 0;
            }
        }
    }
}

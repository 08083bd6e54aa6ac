namespace SwapEdge.Protocol
{
    /// <summary>
    /// Where the parts of a battery's code of GB/T 34014-2017 are: maker (3), product (1), chemistry (1), specification
    /// (2), traceability (7; not in second use), year, month and day (1 each), serial number (7), and in second use a
    /// reuse code (2). There is no check digit.
    /// </summary>
    public static class BatteryCode
    {
        public const int FullLength = 24;
        public const int ReuseLength = 19;
        public const int OwnLength = 12;

        /// <summary>Room for any code that a bus carries; a longer one is cut and does not fit.</summary>
        public const int MaxLength = 32;

        public const int MakerOffset = 0;
        public const int MakerLength = 3;
        public const int ProductOffset = 3;
        public const int ChemistryOffset = 4;
        public const int SpecificationOffset = 5;
        public const int SpecificationLength = 2;
        public const int TraceOffset = 7;
        public const int TraceLength = 7;
        public const int DateLength = 3;
        public const int SerialLength = 7;

        public static BatteryCodeForm FormOf(int length)
        {
            return length == FullLength ? BatteryCodeForm.Full
                : length == ReuseLength ? BatteryCodeForm.Reuse
                : length == FullLength + 1 ? BatteryCodeForm.FullAndOne
                : length == OwnLength ? BatteryCodeForm.Own
                : BatteryCodeForm.Unknown;
        }

        /// <summary>Digits and capital letters, as in every code of the standard.</summary>
        public static bool IsWritten(byte[] code, int length)
        {
            for (int i = 0; i < length; i++)
            {
                int letter = code[i];
                if (letter < '0' || letter > 'Z' || (letter > '9' && letter < 'A'))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>
        /// The serial number where a code of that length has it, else its last seven characters; 0 when those are no
        /// number.
        /// </summary>
        public static uint SerialOf(byte[] code, int length)
        {
            int start = SerialOffset(length);
            uint serial = 0;
            for (int i = start; i < start + SerialLength; i++)
            {
                int digit = i < 0 ? -1 : code[i] - '0';
                if (digit < 0 || digit > 9)
                {
                    return 0;
                }

                serial = (serial * 10) + (uint)digit;
            }

            return serial;
        }

        /// <summary>Where the serial number begins; negative in a code that is too short for one.</summary>
        public static int SerialOffset(int length)
        {
            BatteryCodeForm form = FormOf(length);
            return form == BatteryCodeForm.Full || form == BatteryCodeForm.FullAndOne
                ? TraceOffset + TraceLength + DateLength
                : form == BatteryCodeForm.Reuse ? TraceOffset + DateLength
                : length - SerialLength;
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>
    /// A battery's code of GB/T 34014-2017 in its parts: maker (3), product (1), chemistry (1), specification (2),
    /// traceability (7; not in second use), year, month and day (1 each), serial number (7), and in second use a reuse
    /// code (2). There is no check digit. A code that does not fit is kept as it came, and <see cref="Fault"/> says
    /// why. Reused by its owner.
    /// </summary>
    public sealed class BatteryCode
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

        private const int FirstYear = 2010;

        /// <summary>The code as it came.</summary>
        public readonly byte[] Text = new byte[MaxLength];
        public int Length;
        public BatteryCodeForm Form;
        public BatteryCodeFault Fault = BatteryCodeFault.Empty;

        /// <summary>What follows is known only while there is no fault.</summary>
        public BatteryProduct Product;
        public BatteryChemistry Chemistry;
        public int Year;
        public int Month;
        public int Day;
        public uint Serial;

        public bool Fits
        {
            get { return Fault == BatteryCodeFault.None; }
        }

        /// <summary>Takes a code; true when it fits the standard.</summary>
        public bool Parse(byte[] code, int length)
        {
            Clear();
            Length = length < MaxLength ? length : MaxLength;
            System.Array.Copy(code, 0, Text, 0, Length);
            Form = FormOf(length);
            Fault = Read();
            if (Fault != BatteryCodeFault.None)
            {
                ClearParts();
            }

            return Fault == BatteryCodeFault.None;
        }

        public void Clear()
        {
            Length = 0;
            Form = BatteryCodeForm.Unknown;
            Fault = BatteryCodeFault.Empty;
            ClearParts();
        }

        public static BatteryCodeForm FormOf(int length)
        {
            return length == FullLength ? BatteryCodeForm.Full
                : length == ReuseLength ? BatteryCodeForm.Reuse
                : length == FullLength + 1 ? BatteryCodeForm.FullAndOne
                : length == OwnLength ? BatteryCodeForm.Own
                : BatteryCodeForm.Unknown;
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

        private static int SerialOffset(int length)
        {
            BatteryCodeForm form = FormOf(length);
            return form == BatteryCodeForm.Full || form == BatteryCodeForm.FullAndOne
                ? TraceOffset + TraceLength + DateLength
                : form == BatteryCodeForm.Reuse ? TraceOffset + DateLength
                : length - SerialLength;
        }

        private void ClearParts()
        {
            Product = BatteryProduct.Unknown;
            Chemistry = BatteryChemistry.Unknown;
            Year = 0;
            Month = 0;
            Day = 0;
            Serial = 0;
        }

        private BatteryCodeFault Read()
        {
            if (Length == 0 || Form == BatteryCodeForm.Unknown || Form == BatteryCodeForm.Own)
            {
                return Length == 0 ? BatteryCodeFault.Empty
                    : Form == BatteryCodeForm.Own ? BatteryCodeFault.Own
                    : BatteryCodeFault.Length;
            }

            for (int i = 0; i < Length; i++)
            {
                if (!IsDigit(Text[i]) && (Text[i] < (byte)'A' || Text[i] > (byte)'Z'))
                {
                    return BatteryCodeFault.Character;
                }
            }

            int letter = Text[ProductOffset];
            Product = letter == 'P' ? BatteryProduct.Pack
                : letter == 'M' ? BatteryProduct.Module
                : letter == 'C' ? BatteryProduct.Cell
                : BatteryProduct.Unknown;
            letter = Text[ChemistryOffset];
            Chemistry = letter >= 'A' && letter <= 'G' ? (BatteryChemistry)(letter - 'A' + 1)
                : letter == 'Z' ? BatteryChemistry.Other
                : BatteryChemistry.Unknown;
            int serialAt = SerialOffset(Length);
            return Product == BatteryProduct.Unknown ? BatteryCodeFault.Product
                : Chemistry == BatteryChemistry.Unknown ? BatteryCodeFault.Chemistry
                : !ReadDate(serialAt - DateLength) ? BatteryCodeFault.Date
                : !ReadSerial(serialAt) ? BatteryCodeFault.Serial
                : BatteryCodeFault.None;
        }

        private bool ReadDate(int at)
        {
            int year = Ordinal(Text[at]);
            int month = Ordinal(Text[at + 1]);
            int day = Text[at + 2] == (byte)'0' ? 31 : Ordinal(Text[at + 2]);
            if (year < 0 || month < 1 || month > 12 || day < 1)
            {
                return false;
            }

            Year = FirstYear + year;
            Month = month;
            Day = day;
            return day <= DaysOf(Year, month);
        }

        private bool ReadSerial(int at)
        {
            for (int i = at; i < at + SerialLength; i++)
            {
                if (!IsDigit(Text[i]))
                {
                    return false;
                }
            }

            Serial = SerialOf(Text, Length);
            return true;
        }

        // 0 to 9, then the letters without I, O, Q, U and Z: A is 10, Y is 30.
        private static int Ordinal(int letter)
        {
            if (IsDigit(letter))
            {
                return letter - '0';
            }

            if (letter == 'I' || letter == 'O' || letter == 'Q' || letter == 'U' || letter == 'Z')
            {
                return -1;
            }

            int leftOut = letter > 'U' ? 4 : letter > 'Q' ? 3 : letter > 'O' ? 2 : letter > 'I' ? 1 : 0;
            return 10 + letter - 'A' - leftOut;
        }

        private static int DaysOf(int year, int month)
        {
            return month == 2 ? (year % 4 == 0 ? 29 : 28)
                : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                : 31;
        }

        private static bool IsDigit(int letter)
        {
            return letter >= '0' && letter <= '9';
        }
    }
}

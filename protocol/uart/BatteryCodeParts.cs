namespace SwapEdge.Protocol
{
    /// <summary>
    /// A <see cref="BatteryCode"/> taken apart. One that does not fit the standard is kept as it came, and
    /// <see cref="Fault"/> says why. Reused by its owner.
    /// </summary>
    public sealed class BatteryCodeParts
    {
        private const int FirstYear = 2010;

        /// <summary>The code as it came.</summary>
        public readonly byte[] Text = new byte[BatteryCode.MaxLength];
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
            Length = length < BatteryCode.MaxLength ? length : BatteryCode.MaxLength;
            System.Array.Copy(code, 0, Text, 0, Length);
            Form = BatteryCode.FormOf(length);
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

            if (!BatteryCode.IsWritten(Text, Length))
            {
                return BatteryCodeFault.Character;
            }

            int letter = Text[BatteryCode.ProductOffset];
            Product = letter == 'P' ? BatteryProduct.Pack
                : letter == 'M' ? BatteryProduct.Module
                : letter == 'C' ? BatteryProduct.Cell
                : BatteryProduct.Unknown;
            letter = Text[BatteryCode.ChemistryOffset];
            Chemistry = letter >= 'A' && letter <= 'G' ? (BatteryChemistry)(letter - 'A' + 1)
                : letter == 'Z' ? BatteryChemistry.Other
                : BatteryChemistry.Unknown;
            int serialAt = BatteryCode.SerialOffset(Length);
            return Product == BatteryProduct.Unknown ? BatteryCodeFault.Product
                : Chemistry == BatteryChemistry.Unknown ? BatteryCodeFault.Chemistry
                : !ReadDate(serialAt - BatteryCode.DateLength) ? BatteryCodeFault.Date
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
            for (int i = at; i < at + BatteryCode.SerialLength; i++)
            {
                if (!IsDigit(Text[i]))
                {
                    return false;
                }
            }

            Serial = BatteryCode.SerialOf(Text, Length);
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

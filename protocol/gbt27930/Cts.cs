namespace SwapEdge.Protocol
{
    /// <summary>
    /// Time of the charger, in BCD. Often not set, or not BCD: never a source for the clock of a station.
    /// </summary>
    public static class Cts
    {
        public const int Pgn = 0x0700;
        public const int Priority = 6;
        public const int Length = 7;
        public const int PeriodMs = 500;

        //                                              start len order         sign   factor offset
        public static readonly Signal Second = new Signal(  0,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Minute = new Signal(  8,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Hour = new Signal(   16,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Day = new Signal(    24,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Month = new Signal(  32,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Year = new Signal(   40, 16, Order.Intel, false, 1, 0);

        /// <summary>A field as a number, -1 where its digits are not decimal.</summary>
        public static int Read(byte[] data, Signal field)
        {
            uint raw = field.Raw(data);
            int value = 0;
            for (int shift = field.Length - 4; shift >= 0; shift -= 4)
            {
                int digit = (int)(raw >> shift) & 0xF;
                if (digit > 9)
                {
                    return -1;
                }

                value = value * 10 + digit;
            }

            return value;
        }

        /// <summary>False, and nothing written, when the value has more digits than the field.</summary>
        public static bool Write(byte[] data, Signal field, int value)
        {
            uint raw = 0;
            int left = value;
            for (int shift = 0; shift < field.Length; shift += 4)
            {
                raw |= (uint)(left % 10) << shift;
                left /= 10;
            }

            if (value < 0 || left != 0)
            {
                return false;
            }

            field.WriteRaw(data, raw);
            return true;
        }

        /// <summary>Whether all six fields are decimal and of a calendar.</summary>
        public static bool IsSet(byte[] data)
        {
            return IsWithin(data, Second, 0, 59) && IsWithin(data, Minute, 0, 59) && IsWithin(data, Hour, 0, 23)
                && IsWithin(data, Day, 1, 31) && IsWithin(data, Month, 1, 12) && IsWithin(data, Year, 2000, 2199);
        }

        private static bool IsWithin(byte[] data, Signal field, int least, int most)
        {
            int value = Read(data, field);
            return value >= least && value <= most;
        }
    }
}

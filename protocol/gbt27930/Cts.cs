using static SwapEdge.Protocol.Signal;

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

        public const long Second =  0 +  8 * Bits;
        public const long Minute =  8 +  8 * Bits;
        public const long Hour =   16 +  8 * Bits;
        public const long Day =    24 +  8 * Bits;
        public const long Month =  32 +  8 * Bits;
        public const long Year =   40 + 16 * Bits;

        /// <summary>A field as a number, -1 where its digits are not decimal.</summary>
        public static int Read(byte[] data, long field)
        {
            uint raw = field.Raw(data);
            int value = 0;
            for (int shift = field.LengthOf() - 4; shift >= 0; shift -= 4)
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
        public static bool Write(byte[] data, long field, int value)
        {
            uint raw = 0;
            int left = value;
            for (int shift = 0; shift < field.LengthOf(); shift += 4)
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

        private static bool IsWithin(byte[] data, long field, int least, int most)
        {
            int value = Read(data, field);
            return value >= least && value <= most;
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>What a byte can be in a line of SLCAN.</summary>
    internal static class SlcanLetters
    {
        public const int NoNibble = 0xFF;

        public static bool BeginsFrame(byte value)
        {
            return value == (byte)'T' || value == (byte)'t' || value == (byte)'R' || value == (byte)'r';
        }

        public static bool BeginsLine(byte value)
        {
            switch ((char)value)
            {
                case 'z': case 'Z': case 'F': case 'V': case 'N': case 'S': case 's': case 'O': case 'L': case 'C':
                case 'M': case 'm':
                    return true;
                default:
                    return BeginsFrame(value);
            }
        }

        public static int NibbleOf(int value)
        {
            return value >= '0' && value <= '9' ? value - '0'
                : value >= 'A' && value <= 'F' ? value - 'A' + 10
                : value >= 'a' && value <= 'f' ? value - 'a' + 10
                : NoNibble;
        }
    }
}

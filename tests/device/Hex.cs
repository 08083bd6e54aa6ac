namespace SwapEdge.DeviceTests
{
    /// <summary>Bytes as tests write them down: two digits a byte, upper case.</summary>
    public static class Hex
    {
        private const string Digits = "0123456789ABCDEF";

        public static byte[] Bytes(string text)
        {
            byte[] bytes = new byte[text.Length / 2];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)((Digit(text[2 * i]) << 4) | Digit(text[(2 * i) + 1]));
            }

            return bytes;
        }

        public static string Text(byte[] bytes, int offset, int length)
        {
            char[] text = new char[2 * length];
            for (int i = 0; i < length; i++)
            {
                text[2 * i] = Digits[bytes[offset + i] >> 4];
                text[(2 * i) + 1] = Digits[bytes[offset + i] & 15];
            }

            return new string(text);
        }

        public static string Text(uint value)
        {
            byte[] bytes = { (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value };
            return Text(bytes, 0, 4);
        }

        private static int Digit(char letter)
        {
            return letter <= '9' ? letter - '0' : letter - 'A' + 10;
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>Printable ASCII between strings and bytes. Anything else becomes a question mark, both ways.</summary>
    public static class Ascii
    {
        public const byte Replacement = (byte)'?';

        /// <summary>
        /// Writes a text; returns the bytes written, or -1, with nothing written, when there is no room.
        /// </summary>
        public static int Write(string text, byte[] into, int offset)
        {
            int length = text.Length;
            if (offset < 0 || length > into.Length - offset)
            {
                return -1;
            }

            for (int i = 0; i < length; i++)
            {
                char character = text[i];
                into[offset + i] = character < 128 ? Printable((byte)character) : Replacement;
            }

            return length;
        }

        public static string Read(byte[] data, int offset, int length)
        {
            char[] characters = new char[length];
            for (int i = 0; i < length; i++)
            {
                characters[i] = (char)Printable(data[offset + i]);
            }

            return new string(characters);
        }

        public static byte Printable(byte value)
        {
            return value >= 0x20 && value <= 0x7E ? value : Replacement;
        }
    }
}

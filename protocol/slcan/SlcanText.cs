namespace SwapEdge.Protocol
{
    /// <summary>What only an adapter says in words: the device, which asks, is built without it.</summary>
    public static class SlcanText
    {
        /// <summary>Version or serial number of an adapter: its length, or -1 when it does not fit.</summary>
        public static int Write(SlcanKind kind, string text, byte[] into, int offset)
        {
            int length = text.Length + 2;
            if ((kind != SlcanKind.Version && kind != SlcanKind.Serial) || text.Length == 0 || length > Slcan.MaxLine
                || offset < 0 || length > into.Length - offset)
            {
                return -1;
            }

            into[offset] = kind == SlcanKind.Version ? (byte)'V' : (byte)'N';
            Ascii.Write(text, into, offset + 1);
            into[offset + length - 1] = Slcan.End;
            return length;
        }
    }
}

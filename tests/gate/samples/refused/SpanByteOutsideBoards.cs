using System;

namespace SwapEdge.Samples.Refused
{
    public static class SpanByteOutsideBoards
    {
        public static int Length(byte[] data)
        {
            SpanByte span = new SpanByte(data); // refused: span-byte
            return span.Length; // refused: span-byte
        }
    }
}

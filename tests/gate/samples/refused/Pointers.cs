namespace SwapEdge.Samples.Refused
{
    public static class Pointers
    {
        public static unsafe int Pinned(byte[] data)
        {
            fixed (byte* at = data) // refused: pointer
            {
                return *at;
            }
        }

        public static unsafe int OnStack()
        {
            int* room = stackalloc int[4]; // refused: pointer
            return room[1];
        }

        public static unsafe void Move(byte* from) // refused: pointer
        {
        }

        public static void Swap(ref int a, ref int b)
        {
            int c = a;
            a = b;
            b = c;
        }
    }
}

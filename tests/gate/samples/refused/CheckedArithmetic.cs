namespace SwapEdge.Samples.Refused
{
    public static class CheckedArithmetic
    {
        public static int Add(int a, int b)
        {
            return checked(a + b); // refused: checked
        }

        public static byte Narrow(int a)
        {
            checked
            {
                byte narrow = (byte)a; // refused: checked
                return narrow;
            }
        }

        public static int At(int[] items, long index)
        {
            return items[index]; // refused: checked
        }
    }
}

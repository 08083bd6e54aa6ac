namespace SwapEdge.Samples.Clean
{
    /// <summary>What only looks refused: enums as numbers, text without formats, wrapping arithmetic.</summary>
    public static class Values
    {
        public static int Number(Level level)
        {
            switch (level)
            {
                case Level.High:
                    return (int)level + 1;
                default:
                    return 0;
            }
        }

        public static bool Has(Marks marks)
        {
            return (marks & (Marks.First | Marks.Last)) == Marks.First;
        }

        public static string Text(int bay, string name)
        {
            return "bay " + bay.ToString() + " " + name + "; " + ((int)Level.High).ToString();
        }

        public static byte Wrapped(int value, long factor)
        {
            return (byte)(value * factor);
        }

        public static int At(int[][] rows, long index)
        {
            return rows[(int)index][0];
        }

        public static bool Split(uint raw, out int high, ref int low)
        {
            high = (int)(raw >> 16);
            low += (int)(raw & 0xFFFF);
            return high > low;
        }
    }
}

namespace SwapEdge.Samples.Refused
{
    public static class Zone
    {
        public static readonly int Width = Compute();
        public static readonly int[] Marks = { 1, 2, 3 };

        private static int Compute()
        {
            return 5;
        }

        public static int Doubled()
        {
            return Width * 2;
        }
    }

    public sealed class Reader
    {
        public readonly int Seen;

        public Reader()
        {
            Seen = Middle();
        }

        private static int Middle()
        {
            return Zone.Doubled();
        }
    }

    public delegate int Get();

    public static class StaticInitialiser
    {
        public static readonly int Direct = Zone.Width + 1; // refused: static-initialiser
        public static readonly int[] Same = Zone.Marks; // refused: static-initialiser
        public static readonly int Called = Zone.Doubled(); // refused: static-initialiser
        public static readonly Reader Constructed = new Reader(); // refused: static-initialiser
        public static readonly Get Later = () => 1; // refused: static-initialiser
    }
}

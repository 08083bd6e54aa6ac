namespace SwapEdge.DeviceTests
{
    /// <summary>Something with fields, a method and a constant for the tests of the language.</summary>
    public sealed class LanguageSample
    {
        public const int Start = 41;

        public readonly int[] Numbers = new int[2];
        public int Number;
        public string Text;

        public LanguageSample(int number)
        {
            Number = number;
        }

        public static int NumberOf(string text)
        {
            switch (text)
            {
                case "lane": return 1;
                case "bay": return 2;
                case "cabinet": return 3;
                case "link": return 4;
                case "store": return 5;
                case "clock": return 6;
                case "seventh": return 7;
                case "eighth": return 8;
                default: return 0;
            }
        }

        public LanguageSample Copy()
        {
            return (LanguageSample)MemberwiseClone();
        }

        public void Take(ref int element, out int field)
        {
            field = 7;
            element += Numbers.Length - 1;
        }
    }
}

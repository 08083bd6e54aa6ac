namespace SwapEdge.Samples.Clean
{
    public static class Constants
    {
        public const int Width = 5;
        public const string Name = "bay";
    }

    /// <summary>What an initialiser may read: constants of any type, its own statics, what it is handed.</summary>
    public sealed class Initialised
    {
        public static readonly int Base = Constants.Width * 2;
        public static readonly int Next = Base + 1;
        public static readonly int[] Table = { Constants.Width, 7, 9, 11 };
        public static readonly byte[] Bytes = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
        public static readonly Initialised Only = new Initialised(Constants.Name, Table);

        private readonly string _name;
        private readonly int[] _table;

        private Initialised(string name, int[] table)
        {
            _name = name;
            _table = table;
        }

        /// <summary>Read after start: every type is initialised by then.</summary>
        public int Sum()
        {
            int sum = _name.Length;
            foreach (int item in _table)
            {
                sum += item + Other.Value;
            }

            return sum;
        }
    }

    public static class Other
    {
        public static readonly int Value = Constants.Width;
    }
}

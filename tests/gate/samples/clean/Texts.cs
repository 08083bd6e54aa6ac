using System;

namespace SwapEdge.Samples.Clean
{
    /// <summary>Arrays of texts whose elements all have one; arrays of anything else are sound as they come.</summary>
    public sealed class Texts
    {
        private static readonly string[] None = new string[0];

        private readonly string[] _names = new string[4];
        private readonly byte[][] _files = new byte[4][];
        private readonly int[] _lengths = new int[4];

        public Texts(string first, bool second)
        {
            for (int i = 0; i < _names.Length; i++)
            {
                _names[i] = "";
            }

            string[] given = { first + "0", second ? "b" : None.ToString(), "c" };
            _names[0] = given[1];
        }

        public bool IsFree(int index)
        {
            bool none = _files[index] == null;
            return none && _names[index].Length == 0 && _names[index] == "";
        }

        public string[] Copy(int count)
        {
            string[] copy = new string[count];
            Array.Copy(_names, copy, count);
            return copy;
        }

        public string[] Longer(string last)
        {
            string[] longer = new string[_names.Length + 1];
            Array.Copy(_names, longer, _names.Length);
            longer[_names.Length] = last;
            Array.Clear(_lengths, 0, _lengths.Length);
            return longer;
        }
    }
}

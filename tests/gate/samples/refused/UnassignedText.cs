using System;

namespace SwapEdge.Samples.Refused
{
    public sealed class UnassignedText
    {
        private readonly string[] _names = new string[4]; // refused: unassigned-text
        private readonly string[] _given = { "a", "b", null }; // refused: unassigned-text

        public bool IsFree(int index)
        {
            return _names[index + 1] == null; // refused: unassigned-text
        }

        public bool IsTaken(string[] names, int index)
        {
            bool taken = names[index] != null; // refused: unassigned-text
            return taken && _given.Length > 0;
        }

        public void Forget()
        {
            Array.Clear(_names, 0, _names.Length); // refused: unassigned-text
        }

        public static string[] Longer(string[] names)
        {
            string[] longer = new string[names.Length + 1]; // refused: unassigned-text
            Array.Copy(names, longer, names.Length);
            return longer;
        }
    }
}

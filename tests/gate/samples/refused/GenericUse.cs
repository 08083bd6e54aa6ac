using System;

namespace SwapEdge.Samples.Refused
{
    public static class GenericUse
    {
        private static int? _limit; // refused: generic-use

        public static int Call(Func<int> source) // refused: generic-use
        {
            return source(); // refused: generic-use
        }

        public static void Give(object target)
        {
            Action<int> give = delegate { }; // refused: generic-use
            give(1); // refused: generic-use
            OwnGeneric.First(new int[1]); // refused: generic-use
            if (target is Box<int>) // refused: generic-use
            {
                _limit = 3; // refused: generic-use
            }
        }
    }
}

using System.Collections;

namespace SwapEdge.Samples.Refused
{
    public static class ForeachOverObject
    {
        public static int Count(IEnumerable items)
        {
            int count = 0;
            foreach (object item in items) // refused: foreach
            {
                count++;
            }

            return count;
        }
    }
}

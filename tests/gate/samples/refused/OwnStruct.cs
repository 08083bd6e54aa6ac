namespace SwapEdge.Samples.Refused
{
    public struct Pair // refused: own-struct
    {
        public int A;
        public int B;
    }

    public readonly struct Fixed // refused: own-struct
    {
        public readonly int A;

        public Fixed(int a)
        {
            A = a;
        }
    }
}

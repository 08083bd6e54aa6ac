namespace SwapEdge.Samples.Refused
{
    public class VolatileField
    {
        private volatile bool _done; // refused: volatile

        public bool Done()
        {
            return _done;
        }
    }
}

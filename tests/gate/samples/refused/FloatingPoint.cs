namespace SwapEdge.Samples.Refused
{
    public class FloatingPoint
    {
        private double _ratio; // refused: floating-point
        private decimal _price; // refused: floating-point

        public float Half(int value) // refused: floating-point
        {
            return value / 2f; // refused: floating-point
        }
    }
}

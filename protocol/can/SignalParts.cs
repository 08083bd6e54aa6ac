namespace SwapEdge.Protocol
{
    /// <summary>Parts of a signal that only who shows or checks one asks for: the device is built without it.</summary>
    public static class SignalParts
    {
        public static int StartOf(this long signal)
        {
            return (int)signal & 511;
        }

        public static int FactorOf(this long signal)
        {
            int factor = (int)(signal >> Signal.FactorShift) & 0xFFFFF;
            return factor == 0 ? 1 : factor;
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>Messages of the swap-pack bus that a station reads. Numbers are for ever; append only.</summary>
    public enum SwapPackMessage
    {
        None = 0,
        Lock = 1,
        Vin = 2,
        St0 = 3,
        St1 = 4,
        St2 = 5,
        St3 = 6,
        St4 = 7,
        PackCode1 = 8,
        PackCode2 = 9,
        PackCode3 = 10,
        PackCode4 = 11,
    }
}

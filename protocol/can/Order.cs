namespace SwapEdge.Protocol
{
    /// <summary>Byte order of a <see cref="Signal"/>, as a DBC file writes it: Intel is @1, Motorola is @0.</summary>
    public enum Order
    {
        Intel = 0,
        Motorola = 1,
    }
}

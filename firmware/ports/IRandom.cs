namespace SwapEdge.Firmware
{
    /// <summary>Random bytes, for identities and jitter.</summary>
    public interface IRandom
    {
        void Fill(byte[] into);
    }
}

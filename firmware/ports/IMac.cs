namespace SwapEdge.Firmware
{
    /// <summary>HMAC-SHA256 with this node's key, which stays behind the port.</summary>
    public interface IMac
    {
        /// <summary>Writes 32 bytes into the caller's buffer.</summary>
        void Compute(byte[] data, int offset, int length, byte[] into);
    }
}

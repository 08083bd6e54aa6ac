namespace SwapEdge.Firmware
{
    /// <summary>HMAC-SHA256 with this node's key, which stays behind the port.</summary>
    public interface IMac
    {
        /// <summary>Writes 32 bytes into the caller's buffer.</summary>
        void Compute(byte[] data, int offset, int length, byte[] into);

        /// <summary>
        /// The same with the key that a nonce derives from this node's: HMAC-SHA256 of the bytes 08h 09h and the nonce
        /// (<see cref="SwapEdge.Protocol.SignedKind.Key"/>). It stays behind the port, too.
        /// </summary>
        void ComputeDerived(byte[] nonce, byte[] data, int offset, int length, byte[] into);
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The certificates of the way to the city: that of this device and that of the city's authority. The node is given
    /// a pair of key and certificate with its board; the key stays behind the port and no other is ever made or sent,
    /// so what is offered are certificates for the same key. No call makes a connection.
    /// </summary>
    public interface ICertificates
    {
        /// <summary>
        /// Makes a candidate of certificates in DER: the device's, and behind it the authority's. Where a length is 0
        /// it is the one that was given with the board. Copies what it needs. False, and there is no candidate, when it
        /// can be seen that they are of no use. Not promised: that they fit the key, or each other; a connection finds
        /// out.
        /// </summary>
        bool Offer(byte[] data, int offset, int deviceLength, int authorityLength);

        /// <summary>Connections are made with the candidate from now on; or, false, with those in use.</summary>
        void Use(bool candidate);

        /// <summary>Those in use are the candidate's from now on. The port itself stores nothing.</summary>
        void TakeOver();

        /// <summary>
        /// End of a certificate that connections are made with now, Unix milliseconds; false when that cannot be told.
        /// </summary>
        bool NotAfter(bool authority, out long utcMs);
    }
}

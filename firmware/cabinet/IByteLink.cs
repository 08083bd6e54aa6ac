namespace SwapEdge.Firmware
{
    /// <summary>
    /// A serial line. Neither call blocks; buffers stay the caller's. Not promised: that what was written has left, or
    /// that somebody hears it. Bytes that came while nobody read them may be lost: the protocol above finds out.
    /// </summary>
    public interface IByteLink
    {
        /// <summary>Copies up to that many received bytes; returns how many, 0 when there are none.</summary>
        int Read(byte[] into, int offset, int count);

        /// <summary>Queues bytes for sending; false, and none of them sent, when there is no room.</summary>
        bool Write(byte[] data, int offset, int count);
    }
}

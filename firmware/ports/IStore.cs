namespace SwapEdge.Firmware
{
    /// <summary>
    /// Flat files that only grow. On a device a call takes tens to hundreds of milliseconds and stalls every thread;
    /// the firmware calls it only while nothing moves. Buffers stay the caller's.
    /// </summary>
    public interface IStore
    {
        /// <summary>
        /// Opens, appends, closes. When it returns <see cref="StoreResult.Ok"/> the bytes survive a power loss. When
        /// power fails inside, any part of them may be there, torn.
        /// </summary>
        StoreResult Append(string name, byte[] data, int offset, int length);

        /// <summary>Length in bytes, or -1 when there is no such file.</summary>
        int Length(string name);

        /// <summary>Reads up to <paramref name="count"/> bytes; returns how many.</summary>
        int Read(string name, int position, byte[] into, int offset, int count);

        /// <summary>Removes a file; false when it could not.</summary>
        bool Delete(string name);

        /// <summary>Names of all files, in no order. For start-up.</summary>
        string[] List();
    }
}

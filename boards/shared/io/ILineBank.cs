namespace SwapEdge.Boards
{
    /// <summary>
    /// Up to 32 digital lines that are read and written together, bit n for line n: pins, or an expander. A set bit
    /// says that the named thing is so, or is asked for.
    /// </summary>
    public interface ILineBank
    {
        /// <summary>The inputs as they are now; none set while the bank cannot be trusted.</summary>
        int Read();

        /// <summary>Sets all outputs; bits of inputs are left out. What has not changed costs nothing.</summary>
        void Write(int levels);

        /// <summary>At the last reading its outputs stood as they were told, and its inputs count.</summary>
        bool IsSound { get; }

        /// <summary>An output may stand that nobody asks for: the bank does not obey, or is not heard.</summary>
        bool MayDrive { get; }
    }
}

namespace SwapEdge.Simulator;

/// <summary>
/// How a record lies in its file. Two lines of text: magic, version and the header's CRC-32; the header as JSON. Then
/// blocks, each as good as the next: length packed (4), length unpacked (4), CRC-32 of what is unpacked (4), deflate.
/// Unpacked it is marks and turns behind one another, none in two blocks.
/// </summary>
internal static class RecordForm
{
    public const int BlockHead = 12;

    /// <summary>No block that was written is longer, unpacked or packed.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>A block is written when it has so many bytes, or its first turn is so old.</summary>
    public const int BlockBytes = 128 * 1024;
    public const long BlockMs = 10_000;

    // What begins each mark or turn; from FirstNode on the node that made the turn.
    public const int NodeMark = 0;
    public const int EndMark = 1;
    public const int FirstNode = 2;
}

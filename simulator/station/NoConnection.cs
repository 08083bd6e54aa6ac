namespace SwapEdge.Simulator;

/// <summary>A connection that did not come about: nobody answers.</summary>
public sealed class NoConnection : IConnection
{
    public int LocalId => 0;

    public int RemoteId => 0;

    public long BytesWritten => 0;

    public long BytesRead => 0;

    public int Read(Span<byte> into) => -1;

    public int Write(ReadOnlySpan<byte> from) => -1;

    public void Dispose()
    {
    }
}

namespace SwapEdge.Simulator;

/// <summary>One end of a connection. Never blocks and never throws for what the network does.</summary>
public interface IConnection : IDisposable
{
    /// <summary>Names the two ends; the peer's connection has them exchanged. On TCP these are the ports.</summary>
    int LocalId { get; }

    int RemoteId { get; }

    /// <summary>Bytes handed to the network; the peer's <see cref="BytesRead"/> when none is under way.</summary>
    long BytesWritten { get; }

    long BytesRead { get; }

    /// <summary>Why it ended, when more is known than that it did.</summary>
    string? Failure => null;

    /// <summary>In memory: what the other end wrote can be read, or its end can be seen.</summary>
    bool HasArrivals => false;

    /// <summary>Bytes read; 0 when there are none now, -1 when the connection has ended.</summary>
    int Read(Span<byte> into);

    /// <summary>Bytes taken; 0 when none can be taken now, -1 when the connection has ended.</summary>
    int Write(ReadOnlySpan<byte> from);
}

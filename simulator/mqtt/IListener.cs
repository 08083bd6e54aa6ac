namespace SwapEdge.Simulator;

/// <summary>Where connections come in.</summary>
public interface IListener : IDisposable
{
    /// <summary>What a client connects to; on TCP the port.</summary>
    int LocalId { get; }

    /// <summary>The next connection, or null when none waits.</summary>
    IConnection? Accept();
}

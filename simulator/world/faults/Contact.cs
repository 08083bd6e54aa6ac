namespace SwapEdge.Simulator;

/// <summary>One level among those that a node reads, which may be wrong.</summary>
/// <typeparam name="T">The levels.</typeparam>
/// <param name="Name">In words.</param>
/// <param name="Get">Its level.</param>
/// <param name="Set">Another level in its place.</param>
public sealed record Contact<T>(string Name, Func<T, bool> Get, Action<T, bool> Set);

namespace SwapEdge.Boards.Flash;

/// <summary>An assembly that another one needs. The runtime wants the first two version numbers.</summary>
public sealed record PeReference(string Name, Version Version);

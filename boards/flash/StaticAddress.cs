namespace SwapEdge.Boards.Flash;

/// <summary>An IPv4 address that is not given out by the network.</summary>
public sealed record StaticAddress
{
    public required string Ip { get; init; }

    public required string Mask { get; init; }

    public required string Gateway { get; init; }

    public required string Dns { get; init; }
}

namespace SwapEdge.Boards.Flash;

/// <summary>How long each thing may take. Generous: a slow cable is no failure, a hang is one.</summary>
public sealed record NanoffLimits
{
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Restore { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan Chip { get; init; } = TimeSpan.FromSeconds(90);

    public TimeSpan Write { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan Files { get; init; } = TimeSpan.FromMinutes(2);
}

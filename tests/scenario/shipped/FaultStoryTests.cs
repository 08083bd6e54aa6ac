namespace SwapEdge.Tests.Stories;

/// <summary>Faults of the swap machine.</summary>
public sealed class FaultStoryTests : StoryTests
{
    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
    ];
}

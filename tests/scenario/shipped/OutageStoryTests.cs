namespace SwapEdge.Tests.Stories;

/// <summary>Network, power, time and security.</summary>
public sealed class OutageStoryTests : StoryTests
{
    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
    ];
}

using SwapEdge.Simulator;

namespace SwapEdge.Tests.Stories;

/// <summary>All shipped scenarios together.</summary>
public sealed class ShippedStoriesTests
{
    private static readonly IReadOnlyList<BrokenClaim> Claims =
        [.. OrdinaryStoryTests.Rows, .. FaultStoryTests.Rows, .. CarryingStoryTests.Rows, .. OutageStoryTests.Rows];

    [Fact]
    public void Each_is_shown_to_be_able_to_fail() => Assert.Empty(
        ShippedStories.All.Keys.Except(Claims.Select(claim => claim.Story), StringComparer.Ordinal));

    [Fact]
    public void Each_is_found_by_its_name_where_the_simulator_is_installed() => Assert.Equal(
        ShippedStories.All.Keys.Order(StringComparer.Ordinal), ShippedScenarios.Names);
}

using SwapEdge.Simulator;

namespace SwapEdge.Tests.Scenarios;

/// <summary>What an action makes otherwise than it was, in the world or in what a node makes of it.</summary>
/// <param name="Action">Its name.</param>
/// <param name="IsOtherwise">So while it lasts; not before, and not after.</param>
/// <param name="Arguments">What it is told.</param>
internal sealed record Reach(
    string Action, Func<ScenarioRun, bool> IsOtherwise, params (string Name, object Value)[] Arguments)
{
    /// <summary>Until it can be seen, and until it can be seen that it is over.</summary>
    public int SettleMs { get; init; } = 800;

    /// <summary>Nothing undoes it, or what follows from it is not over with it.</summary>
    public bool Stays { get; init; }

    /// <summary>Not at these kinds of station.</summary>
    public IReadOnlyList<Story> Except { get; init; } = [];

    public override string ToString() =>
        $"{Action} {string.Join(", ", Arguments.Select(one => $"{one.Name}: {one.Value}"))}";
}

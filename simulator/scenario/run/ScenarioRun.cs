namespace SwapEdge.Simulator;

/// <summary>One run of a scenario with one seed.</summary>
public sealed class ScenarioRun
{
    internal static Action? NotYet(ScenarioRun run, Arguments arguments) =>
        throw new NotSupportedException("this action is not made yet");

    internal static Condition Unmade(ScenarioRun run, Arguments arguments) =>
        throw new NotSupportedException("this condition is not made yet");
}

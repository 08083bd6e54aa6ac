namespace SwapEdge.Simulator;

/// <summary>What is to be walked through, and how patiently.</summary>
/// <param name="Node">city/station/node.</param>
/// <param name="Chinese">Texts in Chinese, not English.</param>
/// <param name="Step">One step or group; empty: all.</param>
/// <param name="LockPoints">Of a lane: lock points that have sensors.</param>
/// <param name="Without">Inputs that this station does not have, as steps name them.</param>
/// <param name="WaitMs">How long a person may take for one thing.</param>
public sealed record CommissionPlan(
    string Node,
    bool Chinese = false,
    string Step = "",
    int LockPoints = 1,
    IReadOnlyCollection<string>? Without = null,
    long WaitMs = 60_000)
{
    public bool Wants(string step)
    {
        ArgumentNullException.ThrowIfNull(step);
        string item = step[(step.IndexOf('/', StringComparison.Ordinal) + 1)..];
        bool left = Without?.Any(name => name == item || name == step) == true;
        return Step.Length == 0 ? !left
            : step == Step || step.StartsWith(Step + "/", StringComparison.Ordinal);
    }
}

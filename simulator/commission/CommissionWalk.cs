namespace SwapEdge.Simulator;

/// <summary>
/// Commissioning of one node: what can be asked of it is asked, what a person must do is said and looked at. It drives
/// nothing: what moves is asked for by the person at the station, and the node decides.
/// </summary>
public sealed class CommissionWalk(CommissionLine line, CommissionPlan plan, Action<string> say)
{
    private static readonly string[] Groups =
    [
        "network", "time", "memory", "store", "certificates", "can", "bms", "sensors", "inputs", "outputs", "signs",
        "swap",
    ];

    private readonly CommissionTexts _texts = new(plan.Chinese);

    /// <summary>Names of groups that a single step may begin with.</summary>
    public static IReadOnlyList<string> GroupNames => Groups;

    /// <summary>Walks through what the plan wants; ends early when nobody answers or nobody is there.</summary>
    public CommissionReport Run()
    {
        CommissionWatch watch = new(line, plan, _texts, say);
        List<CommissionResult> results = [];
        string current = plan.Step;
        long beganMs = line.NowMs;
        try
        {
            foreach (CommissionStep step in Steps(watch).Where(step => plan.Wants(step.Name)))
            {
                current = step.Name;
                beganMs = line.NowMs;
                say($"-- {step.Name}");
                CommissionResult result = step.Do() with { UtcMs = line.UtcMs, TookMs = line.NowMs - beganMs };
                results.Add(result);
                say($"   {_texts.Of($"outcome.{result.Outcome}")}: {result.Seen}");
            }
        }
        catch (CommissionStopException stop)
        {
            say(stop.Message);
            results.Add(new CommissionResult(
                current.Length > 0 ? current : Groups[0], CommissionOutcome.TimedOut, _texts.Of("expect.node"),
                stop.Message, line.UtcMs, line.NowMs - beganMs));
        }

        return new CommissionReport(plan.Node, results) { Language = _texts.Language };
    }

    private IEnumerable<CommissionStep> Steps(CommissionWatch watch)
    {
        Sighting node = watch.Begin();
        DriveSteps drives = new(watch);
        return
        [
            .. new NodeSteps(watch).All, .. new BusSteps(watch).All,
            .. new InputSteps(watch, InputPoint.Of(node, plan.LockPoints)).All, .. new PlaceSteps(watch, node).All,
            .. node.IsLane ? drives.Outputs : [],
            .. node.Of(0) is not null ? new SignSteps(watch).All : [],
            .. node.IsLane ? drives.Swap : [],
        ];
    }
}

using SwapEdge.Simulator;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Scenarios in C#, as files say them.</summary>
internal static class Script
{
    public static Happening At(long atMs, string action, params (string Name, object Value)[] arguments) =>
        new(new Trigger(atMs, null, 0), Action(action), Arguments.Of(arguments), null, Place.Nowhere);

    public static Happening When(ConditionPlan when, string action, params (string Name, object Value)[] arguments) =>
        new(new Trigger(null, when, 0), Action(action), Arguments.Of(arguments), null, Place.Nowhere);

    public static Happening For(this Happening happening, long forMs) => happening with { ForMs = forMs };

    public static Happening After(this Happening happening, long afterMs) =>
        happening with { Trigger = happening.Trigger with { AfterMs = afterMs } };

    /// <summary>A condition by its name, its main value, and its other parameters.</summary>
    public static ConditionPlan Is(string form, object value, params (string Name, object Value)[] more) =>
        new(ConditionForms.Find(form)!, Arguments.Of([(form, value), .. more]));

    public static ConditionPlan All(params ConditionPlan[] parts) => new(Joining.All, parts);

    public static ConditionPlan Not(ConditionPlan part) => new(Joining.Not, [part]);

    public static Expectation Eventually(
        ConditionPlan condition, long? withinMs = null, ConditionPlan? after = null) =>
        new(ExpectationKind.Eventually, [condition], withinMs, after, Place.Nowhere, "eventually");

    public static Expectation Never(ConditionPlan condition, long? withinMs = null, ConditionPlan? after = null) =>
        new(ExpectationKind.Never, [condition], withinMs, after, Place.Nowhere, "never");

    public static Expectation Finally(ConditionPlan condition) =>
        new(ExpectationKind.Finally, [condition], null, null, Place.Nowhere, "finally");

    public static Expectation InOrder(params ConditionPlan[] conditions) =>
        new(ExpectationKind.InOrder, conditions, null, null, Place.Nowhere, "in-order");

    /// <summary>The story of a kind without boards.</summary>
    public static Scenario Of(Story kind) => new()
    {
        Name = kind.Name,
        Station = new StationPlan { Kind = kind, Boards = BoardChoice.Virtual },
    };

    public static ScenarioResult Run(this Scenario scenario, ulong seed = 1)
    {
        using ScenarioRun run = new(scenario, seed);
        return run.Run();
    }

    /// <summary>Runs until a time of the station.</summary>
    public static ScenarioRun RunTo(this ScenarioRun run, long ms)
    {
        while (run.NowMs < ms)
        {
            run.Step();
        }

        return run;
    }

    /// <summary>Runs until something is so, but not for longer than half an hour.</summary>
    public static ScenarioRun RunUntil(this ScenarioRun run, Func<bool> isSo)
    {
        while (!isSo())
        {
            Assert.InRange(run.NowMs, 0, Scenario.UsualLimitMs);
            run.Step();
        }

        return run;
    }

    /// <summary>A station of a kind without boards to which only those come who are named.</summary>
    public static ScenarioRun Station(Story kind, params Arrival[] arrivals) =>
        new(Of(kind) with { Arrivals = arrivals }, 1);

    /// <summary>Somebody who comes after five seconds.</summary>
    public static Arrival Soon { get; } = new() { AtMs = 5_000 };

    /// <summary>Lets something happen now; the returned action undoes it.</summary>
    public static Action? Begin(this ScenarioRun run, string action, params (string Name, object Value)[] arguments) =>
        Action(action).Begin(run, Arguments.Of(arguments));

    /// <summary>Runs on for so long.</summary>
    public static ScenarioRun RunFor(this ScenarioRun run, long ms) => run.RunTo(run.NowMs + ms);

    /// <summary>Whether a condition is so now.</summary>
    public static bool IsSo(
        this ScenarioRun run, string form, object value, params (string Name, object Value)[] more) =>
        Is(form, value, more).Make(run).IsTrue();

    /// <summary>Runs until a condition is so.</summary>
    public static ScenarioRun RunUntil(
        this ScenarioRun run, string form, object value, params (string Name, object Value)[] more)
    {
        Condition condition = Is(form, value, more).Make(run);
        return run.RunUntil(condition.IsTrue);
    }

    private static ActionForm Action(string name) => ActionForms.Find(name)!;
}

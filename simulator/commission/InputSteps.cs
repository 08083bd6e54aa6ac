namespace SwapEdge.Simulator;

/// <summary>Every input is worked once by a person, and is seen on both levels.</summary>
public sealed class InputSteps(CommissionWatch watch, IReadOnlyList<InputPoint> points)
{
    private readonly CommissionTexts _texts = watch.Texts;

    public IEnumerable<CommissionStep> All =>
        points.Select(point => new CommissionStep($"inputs/{point.Name}", () => Walk(point)));

    private CommissionResult Walk(InputPoint point)
    {
        string name = $"inputs/{point.Name}";
        string expected = _texts.Of(point.Key, point.Number);
        Sighting last = watch.Begin();
        watch.Say(expected);
        string told = "";
        bool seen = watch.Until(
            now => now.Of(point.Bay)?.HasChanged(point.Bit) == true,
            now =>
            {
                string others = Others(point, now);
                if (others.Length > 0 && others != told)
                {
                    told = others;
                    watch.Say(_texts.Of("hint.other", others));
                }
            },
            ref last);
        string level = _texts.Of(last.Of(point.Bay)?.IsOn(point.Bit) == true ? "level.on" : "level.off");
        string instead = Others(point, last);
        return seen ? new(name, CommissionOutcome.Passed, expected, _texts.Of("seen.both", level))
            : new(name, CommissionOutcome.Failed, expected,
                _texts.Of("seen.stayed", level) + (instead.Length > 0 ? " " + _texts.Of("hint.other", instead) : ""));
    }

    /// <summary>What else was worked: crossed wires, or another thing was touched.</summary>
    private string Others(InputPoint asked, Sighting seen) => string.Join(", ", points
        .Where(point => point != asked && !point.IsOfReturn && seen.Of(point.Bay)?.HasChanged(point.Bit) == true)
        .Select(point => point.Name));
}

namespace SwapEdge.Simulator;

/// <summary>
/// Inputs: a person works each one, and its level must change both ways. Of the two ends of a thing that moves, each
/// sensor must say so at its own end: crossed wires would change both ways too.
/// </summary>
public sealed class InputSteps(CommissionWatch watch, IReadOnlyList<InputPoint> points)
{
    /// <summary>As long as a person needs at least to do what is said; what was so before is not believed.</summary>
    private const int HandMs = 3_000;

    private readonly CommissionTexts _texts = watch.Texts;

    public IEnumerable<CommissionStep> All =>
        points.Select(point => new CommissionStep($"inputs/{point.Name}", () => Walk(point)));

    private CommissionResult Walk(InputPoint point)
    {
        string expected = _texts.Of(point.Key, point.Number);
        Sighting last = watch.Begin();
        watch.Say(expected);
        bool seen = point.IsEnd ? IsAtItsEnd(point, ref last)
            : Until(point, now => now.Of(point.Bay)?.HasChanged(point.Bit) == true, ref last);
        string level = _texts.Of(last.Of(point.Bay)?.IsOn(point.Bit) == true ? "level.on" : "level.off");
        string others = Others(point, last);
        string said = seen ? _texts.Of("seen.both", level) + (others.Length > 0 ? _texts.Of("seen.also", others) : "")
            : Why(point, last, level, others);
        return new CommissionResult(
            $"inputs/{point.Name}", seen ? CommissionOutcome.Passed : CommissionOutcome.Failed, expected, said);
    }

    private bool IsAtItsEnd(InputPoint point, ref Sighting last)
    {
        long saidMs = watch.Line.NowMs;
        bool there = Until(point, now => IsOn(point, now) && watch.Line.NowMs - saidMs >= HandMs, ref last);
        if (!there)
        {
            return false;
        }

        saidMs = watch.Line.NowMs;
        watch.Say(_texts.Of("do.away"));
        return Until(point, now => !IsOn(point, now) && watch.Line.NowMs - saidMs >= HandMs, ref last);
    }

    private bool Until(InputPoint point, Func<Sighting, bool> isSo, ref Sighting last)
    {
        string told = "";
        return watch.Until(
            isSo,
            now =>
            {
                string others = Others(point, now);
                if (!point.IsEnd && others.Length > 0 && others != told)
                {
                    told = others;
                    watch.Say(_texts.Of("hint.other", others));
                }
            },
            ref last);
    }

    /// <summary>What was seen instead, and where to look.</summary>
    private string Why(InputPoint point, Sighting last, string level, string others)
    {
        bool changed = last.Of(point.Bay)?.HasChanged(point.Bit) == true;
        bool other = point.IsEnd && last.Of(point.Bay)?.IsOn(point.OtherEnd) == true && !IsOn(point, last);
        string hint = changed || other ? _texts.Of("hint.ends")
            : others.Length > 0 ? _texts.Of("hint.other", others)
            : _texts.Of(IsOn(point, last) ? "hint.stays-on" : "hint.stays-off");
        return _texts.Of(changed ? "seen.ends" : "seen.stayed", level) + hint;
    }

    private static bool IsOn(InputPoint point, Sighting seen) => seen.Of(point.Bay)?.IsOn(point.Bit) == true;

    /// <summary>What else was worked: crossed wires, or another thing was touched.</summary>
    private string Others(InputPoint asked, Sighting seen) => string.Join(", ", points
        .Where(point => point != asked && !point.IsOfReturn && seen.Of(point.Bay)?.HasChanged(point.Bit) == true)
        .Select(point => _texts.Of($"name.{point.Key}", point.Number)));
}

namespace SwapEdge.Simulator;

/// <summary>Several conditions that make one.</summary>
public sealed class JoinedCondition(Joining joining, IReadOnlyList<Condition> parts) : Condition
{
    public override (object Log, int Place)? Matched =>
        parts.Select(part => part.Matched).MaxBy(matched => matched?.Place ?? -1);

    public override bool IsTrue()
    {
        bool any = false;
        bool all = true;
        foreach (Condition part in parts)
        {
            bool isTrue = part.IsTrue();
            any |= isTrue;
            all &= isTrue;
        }

        return joining switch { Joining.Any => any, Joining.Not => !any, _ => all };
    }

    public override string Seen() => string.Join("; ", parts.Select(part => part.Seen()));

    public override void WaitFrom((object Log, int Place)? last)
    {
        foreach (Condition part in parts)
        {
            part.WaitFrom(last);
        }
    }
}

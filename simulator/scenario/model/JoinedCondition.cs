namespace SwapEdge.Simulator;

/// <summary>Several conditions that make one.</summary>
public sealed class JoinedCondition(Joining joining, IReadOnlyList<Condition> parts) : Condition
{
    public override int? Matched => parts.Max(part => part.Matched);

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

    public override void WaitFrom(int place)
    {
        foreach (Condition part in parts)
        {
            part.WaitFrom(place);
        }
    }
}

namespace SwapEdge.Simulator;

/// <summary>Several conditions that make one.</summary>
public sealed class JoinedCondition(Joining joining, IReadOnlyList<Condition> parts) : Condition
{
    private readonly Condition[] _parts = [.. parts];

    public override (object Log, int Place)? Matched =>
        _parts.Select(part => part.Matched).MaxBy(matched => matched?.Place ?? -1);

    public override bool IsState => _parts.All(part => part.IsState);

    public override bool IsTrue()
    {
        bool any = false;
        bool all = true;
        foreach (Condition part in _parts)
        {
            bool isTrue = part.IsTrue();
            any |= isTrue;
            all &= isTrue;
        }

        return joining switch { Joining.Any => any, Joining.Not => !any, _ => all };
    }

    /// <summary>Of what had all to be so: what was not; of what any had to be: what was. Each but once.</summary>
    public override string Seen()
    {
        Condition[] telling = [.. _parts.Where(part => part.IsTrue() == (joining == Joining.Any))];
        return string.Join(
            "; ", (telling.Length > 0 ? telling : _parts).Select(part => part.Seen()).Distinct(StringComparer.Ordinal));
    }

    public override void WaitFrom((object Log, int Place)? last)
    {
        foreach (Condition part in _parts)
        {
            part.WaitFrom(last);
        }
    }
}

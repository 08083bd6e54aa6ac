using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>How the turns of one node differ between two records.</summary>
internal sealed class NodeDiff(string node)
{
    public string Node { get; } = node;

    /// <summary>Turns that both have.</summary>
    public long Both { get; private set; }

    /// <summary>Of these, how many were given or gave other things.</summary>
    public long Differing { get; private set; }

    /// <summary>Turns that only one of them has.</summary>
    public long OnlyA { get; private set; }

    public long OnlyB { get; private set; }

    /// <summary>Time of the last turn before the first difference; -1: there was none.</summary>
    public long SameUntilMs { get; private set; } = -1;

    /// <summary>Null: all is the same.</summary>
    public TurnDifference? First { get; private set; }

    public void Run(IEnumerable<ReadTurn> turnsA, IEnumerable<ReadTurn> turnsB)
    {
        using IEnumerator<ReadTurn> a = turnsA.GetEnumerator();
        using IEnumerator<ReadTurn> b = turnsB.GetEnumerator();
        bool moreA = a.MoveNext();
        bool moreB = b.MoveNext();
        while (moreA || moreB)
        {
            int order = !moreA ? 1 : !moreB ? -1 : Order(a.Current.Turn, b.Current.Turn);
            if (order == 0)
            {
                Pair(a.Current, b.Current);
            }
            else
            {
                Alone(order < 0 ? a.Current : b.Current, order < 0);
            }

            moreA = order <= 0 ? a.MoveNext() : moreA;
            moreB = order >= 0 ? b.MoveNext() : moreB;
        }
    }

    private static int Order(RecordTurn a, RecordTurn b) =>
        a.NowMs != b.NowMs ? a.NowMs.CompareTo(b.NowMs) : a.Kind.CompareTo(b.Kind);

    private void Pair(ReadTurn a, ReadTurn b)
    {
        Both++;
        if (a.Turn.Body.Span.SequenceEqual(b.Turn.Body.Span) && a.Turn.Argument == b.Turn.Argument && First is null)
        {
            SameUntilMs = a.Turn.NowMs;
            return;
        }

        if (TurnDifference.Of(a, b) is { } difference)
        {
            Differing++;
            First ??= difference;
        }
        else if (First is null)
        {
            SameUntilMs = a.Turn.NowMs;
        }
    }

    private void Alone(ReadTurn turn, bool isA)
    {
        OnlyA += isA ? 1 : 0;
        OnlyB += isA ? 0 : 1;
        string what = Words.Of(turn.Turn.Kind);
        First ??= new TurnDifference(
            turn.Turn.NowMs, true, Invariant($"{what} of {Node}"), isA ? what : "nothing", isA ? "nothing" : what);
    }
}

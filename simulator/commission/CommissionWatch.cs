using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Looks at a node while a person works at it, and says what that person should do.</summary>
public sealed class CommissionWatch(
    CommissionLine line, CommissionPlan plan, CommissionTexts texts, Action<string> say)
{
    /// <summary>A node answers in its next still pass; its store may take a while, and so may a network.</summary>
    private const int AnswerMs = 15_000;

    private const int AskMs = 3_000;

    private ulong _counter;

    public CommissionLine Line => line;

    public CommissionPlan Plan => plan;

    public CommissionTexts Texts => texts;

    public void Say(string text) => say(text);

    /// <summary>Begins to look anew; waits until somebody is at the node.</summary>
    public Sighting Begin()
    {
        bool told = false;
        for (long beganMs = line.NowMs; line.NowMs - beganMs < plan.WaitMs; line.Pause(AskMs))
        {
            (ulong counter, CommissionAnswer? answer) = line.Ask(CommandOperation.Observe, AnswerMs);
            _counter = counter;
            if (answer is null)
            {
                throw new CommissionStopException(texts.Of("stop.no-answer", line.Trouble));
            }

            if (answer.State != ResultState.Done && answer.Reason != CommandReason.NotAttended)
            {
                throw new CommissionStopException(texts.Of("stop.refused", texts.Name(answer.Reason)));
            }

            if (answer.State == ResultState.Done && Sighting.Read(answer.Bytes) is { } seen)
            {
                return seen;
            }

            if (!told)
            {
                told = true;
                say(texts.Of("do.attend"));
            }
        }

        throw new CommissionStopException(texts.Of("stop.not-attended"));
    }

    /// <summary>How it is now; null while nobody attends.</summary>
    public Sighting? Look()
    {
        line.Pause(CommissionLine.AgainMs);
        CommissionAnswer answer = line.Again(_counter, AnswerMs)
            ?? throw new CommissionStopException(texts.Of("stop.no-answer", line.Trouble));
        return Sighting.Read(answer.Bytes);
    }

    /// <summary>Looks until something is so, or the person's time is over; the last that was seen.</summary>
    /// <param name="isSo">What is waited for.</param>
    /// <param name="tell">Told of each look before.</param>
    /// <param name="last">The last look in which somebody attended.</param>
    public bool Until(Func<Sighting, bool> isSo, Action<Sighting> tell, ref Sighting last)
    {
        bool told = false;
        for (long beganMs = line.NowMs; line.NowMs - beganMs < plan.WaitMs;)
        {
            Sighting? seen = Look();
            if (seen is null && !told)
            {
                told = true;
                say(texts.Of("do.return"));
            }

            last = seen ?? last;
            if (seen is not null && isSo(seen))
            {
                return true;
            }

            if (seen is not null)
            {
                tell(seen);
            }
        }

        return false;
    }

    /// <summary>The answer to a question about the node itself.</summary>
    public (CommissionAnswer Answer, long AskedUtcMs) Ask(CommandOperation operation)
    {
        long utcMs = line.UtcMs;
        return line.Ask(operation, AnswerMs).Answer is { State: ResultState.Done } answer ? (answer, utcMs)
            : throw new CommissionStopException(texts.Of("stop.no-answer", line.Trouble));
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The technician's line to one node: signed commands over the broker, and their results. It waits by letting the rest
/// of the world go on; whoever owns it says how.
/// </summary>
/// <param name="city">Signs, numbers and stores the commands.</param>
/// <param name="node">city/station/node.</param>
/// <param name="rest">Serves the connection and lets time go on, a few milliseconds.</param>
public sealed class CommissionLine(
    ReferenceCity city, string node, Func<long> nowMs, Func<long> utcMs, Action rest)
{
    /// <summary>The node tells a result again once a second at most.</summary>
    public const int AgainMs = 1_100;

    private const int RepeatMs = 5_000;

    private readonly Dictionary<ulong, CommissionAnswer> _heard = [];

    public long NowMs => nowMs();

    public long UtcMs => utcMs();

    /// <summary>Why nothing is heard, as far as the city can tell.</summary>
    public string Trouble => city.IsListening ? city.LastRefusal : city.Client.DownReason;

    /// <summary>A new command, and its end; null: none was heard in that time.</summary>
    public (ulong Counter, CommissionAnswer? Answer) Ask(CommandOperation operation, long limitMs)
    {
        city.Heard = Hear;
        long beganMs = NowMs;
        Rest(() => city.IsListening, limitMs);
        ulong counter = city.IsListening ? city.Send(node, new CityCommand(operation), UtcMs) : 0;
        return (counter, counter == 0 ? null : Wait(counter, beganMs, limitMs));
    }

    /// <summary>The same bytes once more: the node tells the result as it is now.</summary>
    public CommissionAnswer? Again(ulong counter, long limitMs)
    {
        long beganMs = NowMs;
        city.SendAgain(node, counter);
        return Wait(counter, beganMs, limitMs);
    }

    public void Pause(int milliseconds) => Rest(() => false, milliseconds);

    private CommissionAnswer? Wait(ulong counter, long sinceMs, long limitMs)
    {
        long repeatedMs = NowMs;
        CommissionAnswer? answer = null;
        Rest(
            () =>
            {
                if (NowMs - repeatedMs >= RepeatMs)
                {
                    repeatedMs = NowMs;
                    city.SendAgain(node, counter);
                }

                answer = _heard.GetValueOrDefault(counter);
                return answer is not null && answer.AtMs >= sinceMs && answer.State >= ResultState.Done;
            },
            limitMs);
        return answer is not null && answer.AtMs >= sinceMs && answer.State >= ResultState.Done ? answer : null;
    }

    private void Rest(Func<bool> over, long limitMs)
    {
        for (long beganMs = NowMs; !over() && NowMs - beganMs < limitMs;)
        {
            rest();
        }
    }

    private void Hear(string from, CityResult result, byte[] bytes)
    {
        if (from == node)
        {
            _heard[result.Counter] = new CommissionAnswer(result.State, result.Reason, bytes, NowMs);
        }
    }
}

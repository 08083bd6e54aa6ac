using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// What was seen and what to do, in English and Chinese. <c>{limit}</c> stands for the time a try may last,
/// <c>{tries}</c> for how many there were.
/// </summary>
public sealed record FaultText(Fault Fault, string Name, string Seen, string Do, string SeenZh, string DoZh)
{
    /// <summary>The texts for a step of that limit and number of tries.</summary>
    public FaultText For(long limitMs, int tries) => this with
    {
        Seen = Fill(Seen, Invariant($"{limitMs / 1000} s"), tries),
        Do = Fill(Do, Invariant($"{limitMs / 1000} s"), tries),
        SeenZh = Fill(SeenZh, Invariant($"{limitMs / 1000}秒"), tries),
        DoZh = Fill(DoZh, Invariant($"{limitMs / 1000}秒"), tries),
    };

    private static string Fill(string text, string limit, int tries) => text
        .Replace("{limit}", limit, StringComparison.Ordinal)
        .Replace("{tries}", Invariant($"{tries}"), StringComparison.Ordinal);
}

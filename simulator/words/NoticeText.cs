using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// What was seen and what to do, in English and Chinese, of a code that is no fault: a lane's warning, a finding on a
/// pack. <c>{value}</c> stands for the value that came with it.
/// </summary>
public sealed record NoticeText(int Number, string Name, string Seen, string Do, string SeenZh, string DoZh)
{
    public NoticeText For(string value) => this with
    {
        Seen = Seen.Replace("{value}", value, StringComparison.Ordinal),
        SeenZh = SeenZh.Replace("{value}", value, StringComparison.Ordinal),
    };

    public NoticeText For(int value) => For(Invariant($"{value}"));
}

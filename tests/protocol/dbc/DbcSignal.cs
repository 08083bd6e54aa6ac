namespace SwapEdge.Tests.Protocol;

/// <summary>One SG_ line of a DBC file.</summary>
internal sealed record DbcSignal(
    string Name, int Start, int Length, bool Intel, bool Signed, decimal Factor, decimal Offset,
    decimal Min, decimal Max, string Unit)
{
    public Dictionary<uint, string> Values { get; } = [];
}

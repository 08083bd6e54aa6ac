using System.Globalization;

namespace SwapEdge.Tests.Protocol;

/// <summary>How much a fuzz test is given: 200,000 pieces, or what FUZZ_COUNT says (ten million every night).</summary>
internal static class FuzzCount
{
    private const int Least = 200_000;

    public static int Value { get; } = Read();

    private static int Read()
    {
        string? text = Environment.GetEnvironmentVariable("FUZZ_COUNT");
        int count = string.IsNullOrEmpty(text) ? Least : int.Parse(text, CultureInfo.InvariantCulture);
        return Math.Max(count, Least);
    }
}

namespace SwapEdge.Tests.Boards;

/// <summary>What the pins of a module are, from the datasheets of the ESP32 and the ESP32-S3 (pin lists).</summary>
/// <param name="Reserved">Taken on the module or by the wire protocol, or not there.</param>
/// <param name="Straps">Sampled at reset.</param>
/// <param name="InputsOnly">No output, no pull.</param>
/// <param name="HighAtReset">Pulled up, or with a high glitch, before the program runs.</param>
public sealed record ModulePins(int[] Reserved, int[] Straps, int[] InputsOnly, int[] HighAtReset)
{
    public static ModulePins Wrover { get; } = new(
        [1, 3, .. Range(6, 11), 16, 17, 20, 24, .. Range(28, 31)],
        [0, 2, 5, 12, 15],
        [.. Range(34, 39)],
        [0, 1, 3, 5, 14, 15]);

    /// <summary>With octal PSRAM; the wire protocol is on USB.</summary>
    public static ModulePins S3 { get; } = new(
        [19, 20, .. Range(22, 25), .. Range(26, 37)],
        [0, 3, 45, 46],
        [],
        [0, 18, 39, 43, 44]);

    /// <summary>The Wrover as wired on the ESP32-POE-ISO-WROVER: LAN8720, card, button, battery.</summary>
    public static ModulePins Olimex { get; } = Wrover with
    {
        Reserved =
        [
            .. Wrover.Reserved, 0, 12, 18, 19, 21, 22, 23, 25, 26, 27, 2, 14, 15, 34, 35,
        ],
    };

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}

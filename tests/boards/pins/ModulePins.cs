using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>What the pins of a module are, from the datasheets of the ESP32 and the ESP32-S3 (pin lists).</summary>
/// <param name="Reserved">
/// Taken on the module or by the wire protocol, or not there; 0, which every adapter pulls low to load a program.
/// </param>
/// <param name="Straps">Sampled at reset.</param>
/// <param name="InputsOnly">No output, no pull.</param>
/// <param name="HighAtReset">Pulled up, or with a high glitch, before the program runs.</param>
public sealed record ModulePins(int[] Reserved, int[] Straps, int[] InputsOnly, int[] HighAtReset)
{
    public static ModulePins Wrover { get; } = new(
        [0, 1, 3, .. Range(6, 11), 16, 17, 20, 24, .. Range(28, 31)],
        [0, 2, 5, 12, 15],
        [.. Range(34, 39)],
        [0, 1, 3, 5, 14, 15]);

    /// <summary>With octal PSRAM; the wire protocol is on USB.</summary>
    public static ModulePins S3 { get; } = new(
        [0, 19, 20, .. Range(22, 25), .. Range(26, 37)],
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

    /// <summary>What is wrong with a pin as the program has opened it; null when nothing is.</summary>
    public string? Wrong(int pin, PinWire opened)
    {
        bool output = opened.Driven.HasValue;
        return Reserved.Contains(pin) ? "is reserved"
            : opened.WantsPull && InputsOnly.Contains(pin) ? "has no pull"
            : output && InputsOnly.Contains(pin) ? "is no output"
            : output && HighAtReset.Contains(pin) ? "is high before the program runs"
            : output && Straps.Contains(pin) ? "is sampled at reset"
            : output && opened.Driven == true ? "is high when the board is made" : null;
    }

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}

using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>
/// A GB/T 34014 code of 24 characters, and the number by which the same pack is known on a charger bus (BRM bytes 13
/// to 16): the last seven digits of the code.
/// </summary>
public sealed class PackIdentity
{
    public PackIdentity(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 24)
        {
            throw new ArgumentException("A pack code has 24 characters.", nameof(code));
        }

        Code = code;
        Serial = uint.Parse(code.AsSpan(17), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public string Code { get; }

    public uint Serial { get; }

    /// <summary>Maker 0SE, pack, LFP, spec 28, made 2025-03-12, with a serial of its own.</summary>
    public static PackIdentity Numbered(int serial) =>
        new(string.Create(CultureInfo.InvariantCulture, $"0SEPB28SWAPEDGF3C{serial:D7}"));

    public override string ToString() => Code;
}

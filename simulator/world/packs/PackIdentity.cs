using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>
/// A GB/T 34014 code of 24 characters, and the number by which the same pack is known on a charger bus (BRM bytes 13
/// to 16): the last seven digits of the code.
/// </summary>
public sealed class PackIdentity
{
    /// <summary>What a code looks like, in words.</summary>
    public const string Form = "24 capitals and digits by GB/T 34014, the last seven digits";

    private const int Length = 24;
    private const int SerialAt = 17;

    public PackIdentity(string code)
    {
        if (!IsCode(code))
        {
            throw new ArgumentException($"A pack code is {Form}.", nameof(code));
        }

        Code = code;
        Serial = uint.Parse(code.AsSpan(SerialAt), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public string Code { get; }

    public uint Serial { get; }

    public static bool IsCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == Length && code.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter))
            && code[SerialAt..].All(char.IsAsciiDigit);
    }

    /// <summary>Maker 0SE, pack, LFP, spec 28, made 2025-03-12, with a serial of its own.</summary>
    public static PackIdentity Numbered(int serial) =>
        new(string.Create(CultureInfo.InvariantCulture, $"0SEPB28SWAPEDGF3C{serial:D7}"));

    public override string ToString() => Code;
}

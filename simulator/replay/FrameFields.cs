using System.Globalization;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The parts of a frame as ASC and CSV write them, each checked before the frame is filled.</summary>
internal static class FrameFields
{
    public const uint MaxStandardId = 0x7FF;
    public const uint MaxExtendedId = 0x1FFFFFFF;

    /// <summary>A name on Linux has no more letters.</summary>
    private const int LongestInterface = 15;

    /// <summary>What is wrong with the name of an interface, in words, or null.</summary>
    public static string? WrongInterface(string name) =>
        name.Length is > 0 and <= LongestInterface && name.All(letter => letter is > ' ' and < '\x7F')
            ? null : "interface is no name of 1 to 15 letters";

    /// <summary>Where a format counts its buses, from 0.</summary>
    public static string InterfaceOf(uint number) => FormattableString.Invariant($"can{number}");

    /// <summary>What is wrong with an identifier, in words, or null.</summary>
    public static string? WrongId(uint id, bool extended) =>
        extended && id > MaxExtendedId ? "identifier above 1FFFFFFF"
        : !extended && id > MaxStandardId ? "identifier above 7FF"
        : null;

    public static bool TryNumber(ReadOnlySpan<char> text, bool hex, out uint number) => uint.TryParse(
        text, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out number);

    public static void Fill(CanFrame into, uint id, bool extended, ReadOnlySpan<byte> data)
    {
        into.Id = id;
        into.Extended = extended;
        into.Length = data.Length;
        Array.Clear(into.Data);
        data.CopyTo(into.Data);
    }
}

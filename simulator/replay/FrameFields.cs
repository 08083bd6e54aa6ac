using System.Globalization;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The parts of a frame as ASC and CSV write them, each checked before the frame is filled.</summary>
internal static class FrameFields
{
    public const uint MaxStandardId = 0x7FF;
    public const uint MaxExtendedId = 0x1FFFFFFF;

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

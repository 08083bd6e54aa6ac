using System.Globalization;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

/// <summary>Frames written as candump writes them: <c>182756F4#8E17</c>.</summary>
internal static class Frames
{
    public static CanFrame Parse(string text, long timeMs = 0)
    {
        string[] parts = text.Split('#');
        byte[] data = Convert.FromHexString(parts[1]);
        var frame = new CanFrame
        {
            Id = uint.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            Extended = parts[0].Length == 8,
            Length = data.Length,
            TimeMs = timeMs,
        };
        data.CopyTo(frame.Data, 0);
        return frame;
    }

    public static string Text(CanFrame frame) =>
        frame.Id.ToString("X8", CultureInfo.InvariantCulture) + "#" + Convert.ToHexString(frame.Data, 0, frame.Length);
}

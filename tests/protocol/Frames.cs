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

    /// <summary>Request and packets of a message of the BMS to the charger, without the charger's answers.</summary>
    public static IEnumerable<CanFrame> Transported(int pgn, byte[] message, long timeMs = 0)
    {
        int packets = (message.Length + 6) / 7;
        string size = $"{message.Length & 0xFF:X2}{message.Length >> 8:X2}{packets:X2}";
        yield return Parse($"1CEC56F4#10{size}FF{pgn & 0xFF:X2}{pgn >> 8:X2}00", timeMs);
        for (int number = 1; number <= packets; number++)
        {
            byte[] packet = [.. Enumerable.Repeat((byte)0xFF, 8)];
            packet[0] = (byte)number;
            message.AsSpan((number - 1) * 7, Math.Min(7, message.Length - (number - 1) * 7)).CopyTo(packet.AsSpan(1));
            yield return Parse("1CEB56F4#" + Convert.ToHexString(packet), timeMs);
        }
    }
}

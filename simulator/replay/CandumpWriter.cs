using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>Writes frames as <c>candump -L</c> does, with the interfaces and time stamps of their capture.</summary>
public sealed class CandumpWriter(TextWriter to)
{
    /// <summary>Of a frame whose capture does not say.</summary>
    public const string Interface = "can0";

    public void Write(CaptureLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string time = (line.TimeUs / 1_000_000m).ToString("0.000000", CultureInfo.InvariantCulture);
        to.Write($"({time}) {line.Interface} {FrameText.Format(line.Frame)}\n");
    }
}

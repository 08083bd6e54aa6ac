using System.Globalization;
using System.Text.RegularExpressions;
using SwapEdge.Protocol;

namespace SwapEdge.Boards.Flash;

/// <summary>What a device says of itself, in its birth or on its serial line.</summary>
/// <param name="Kind">Null on the serial line, which does not say it.</param>
public sealed partial record DeviceReport(
    string Build, string Board, NodeKind? Kind, uint SettingsCrc, ulong Journal, uint Boot)
{
    /// <summary>It runs without an uplink: what it was given for TLS is missing or no good.</summary>
    public bool CertificatesRefused { get; init; }

    /// <summary>Of a birth; null when it is none.</summary>
    public static DeviceReport? OfBirth(ReadOnlyMemory<byte> payload)
    {
        BirthRecord birth = new();
        byte[] bytes = payload.ToArray();
        return bytes.Length > 0 && BirthReader.Decode(bytes, 0, bytes.Length, birth) == DecodeResult.Ok
            ? new DeviceReport(
                birth.Firmware, birth.Board, birth.NodeKind, birth.SettingsCrc, birth.Journal, birth.Boot)
            : null;
    }

    /// <summary>
    /// Of the line of a node on the serial port; null while there is none in the text. The debugger's protocol packs it
    /// into frames, so there may be anything before and behind it.
    /// <code>
    /// SwapEdge node=c/s/n build=0.1.0+5E3A90C1 board=esp32-wrover settings=1A2B3C4D journal=0011223344556677 boot=3.
    /// </code>
    /// </summary>
    public static DeviceReport? OfBanner(string text, string node)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Match line in Banner().Matches(text).Reverse())
        {
            if (line.Groups["node"].Value == node)
            {
                return new DeviceReport(
                    line.Groups["build"].Value,
                    line.Groups["board"].Value,
                    null,
                    uint.Parse(line.Groups["settings"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                    ulong.Parse(line.Groups["journal"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                    uint.Parse(line.Groups["boot"].ValueSpan, CultureInfo.InvariantCulture))
                {
                    CertificatesRefused = line.Groups["refused"].Success,
                };
            }
        }

        return null;
    }

    /// <summary>It has started anew, or is another device.</summary>
    public bool IsAnother(DeviceReport? before) => before == null || Journal != before.Journal || Boot != before.Boot;

    [GeneratedRegex(
        "(?<refused>tls=refused )?"
            + "SwapEdge node=(?<node>[a-z0-9/-]{5,74}) build=(?<build>[ -~]{1,64}?) board=(?<board>[a-z0-9-]{1,64}) "
            + "settings=(?<settings>[0-9A-F]{8}) journal=(?<journal>[0-9A-F]{16}) boot=(?<boot>[0-9]{1,9})\\.",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Banner();
}

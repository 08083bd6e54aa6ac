using System.Globalization;
using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>First line of a trace: its format, the profile whose table took the steps, and the run's seed.</summary>
/// <param name="Profile">Name of the profile.</param>
/// <param name="Version">Version of the profile.</param>
/// <param name="Seed">Seed of the run.</param>
public sealed record TraceHeader(string Profile, int Version, ulong Seed)
{
    /// <summary>A file that begins so is a trace, whatever its format's number.</summary>
    public const string Magic = "swapedge-trace";

    private const int Format = 1;

    public static TraceHeader Of(SwapProfile profile, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new TraceHeader(profile.Name, profile.Version, seed);
    }

    public override string ToString() =>
        Invariant($"{Magic} {Format} profile={Profile}/{Version} seed={Seed}");

    /// <summary>Null, and why, when the line is not a header that this build can replay.</summary>
    public static TraceHeader? Parse(string line, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(line);
        string[] parts = line.Split(' ');
        wrong = "the first line is not 'swapedge-trace 1 profile=NAME/VERSION seed=N'";
        if (parts.Length != 4 || parts[0] != Magic)
        {
            return null;
        }

        if (parts[1] != Format.ToString(CultureInfo.InvariantCulture))
        {
            wrong = $"trace format {parts[1]}; this build reads {Format}";
            return null;
        }

        string[] profile = parts[2].Split('=', '/');
        if (profile is not ["profile", _, _] || !parts[3].StartsWith("seed=", StringComparison.Ordinal)
            || !int.TryParse(profile[2], NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            || !ulong.TryParse(parts[3][5..], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            return null;
        }

        wrong = "";
        return new TraceHeader(profile[1], version, seed);
    }
}

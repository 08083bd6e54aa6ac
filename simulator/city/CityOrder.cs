using System.Globalization;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Words of a command line as a command of the city.</summary>
public static class CityOrder
{
    private const int LongestSettings = FieldSettings.Room;

    /// <summary>Names of all operations that can be sent.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetValues<CommandOperation>().Where(each => each != CommandOperation.None).Select(NameOf)];

    public static string NameOf(CommandOperation operation) => Words.Of(operation).Replace(' ', '-');

    /// <summary>The operation of that name; None: there is none.</summary>
    public static CommandOperation Parse(string name) =>
        Enum.GetValues<CommandOperation>().FirstOrDefault(each => NameOf(each) == name);

    /// <summary>
    /// <c>MINUTES:WATTS,MINUTES:WATTS ...</c>, each from so many minutes after now. Null when it is none.
    /// </summary>
    public static ChargingPeriod[]? Periods(string text, long utcMs)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<ChargingPeriod> periods = [];
        foreach (string word in text.Split(','))
        {
            string[] parts = word.Split(':');
            if (parts.Length != 2
                || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int watts))
            {
                return null;
            }

            periods.Add(new ChargingPeriod(utcMs + (minutes * 60_000L), watts));
        }

        return [.. periods];
    }

    /// <summary>Why a node would refuse it whatever happens; empty: nothing speaks against it.</summary>
    public static string Refusal(CityCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Operation switch
        {
            CommandOperation.None => $"no operation; there are {string.Join(", ", Names)}",
            CommandOperation.AuthoriseSwap or CommandOperation.RequestSwap when command.Vehicle.Length == 0 =>
                "--vehicle says which vehicle is meant",
            CommandOperation.AbortSwap when command.Number == 0 => "--number says which swap is meant",
            CommandOperation.LimitPower or CommandOperation.ScheduleCharging when command.Periods.Count == 0 =>
                "--limit W, or --periods MINUTES:W,... says how much",
            CommandOperation.ChangeSettings when command.Settings.Length is 0 or > LongestSettings =>
                $"--settings is a file of 1 to {LongestSettings} bytes, a Settings of settings.proto",
            CommandOperation.ClearIsolation or CommandOperation.FreeBay =>
                "only a person at the station does that",
            CommandOperation.OfferCertificate or CommandOperation.UseCertificates =>
                "this command sends no certificates",
            _ => "",
        };
    }
}

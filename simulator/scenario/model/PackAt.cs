using System.Globalization;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>A place where a pack may be, as files say it.</summary>
/// <param name="Lane">The lane of a vehicle; 0: it is in a bay or behind a door.</param>
/// <param name="Number">Number of the bay or door, or position on the vehicle, from 1.</param>
public sealed record PackAt(int Lane, int Number)
{
    public const string Usage = "'bay-3', 'door-3', 'vehicle', 'vehicle-2' for its second, 'lane-2-vehicle'";

    private const string VehicleWord = "vehicle";

    /// <summary>Null when it is none.</summary>
    public static PackAt? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split('-');
        return words switch
        {
            ["bay" or "door", var number] when Number1(number) is { } bay => new PackAt(0, bay),
            [VehicleWord] => new PackAt(1, 1),
            [VehicleWord, var number] when Number1(number) is { } position => new PackAt(1, position),
            ["lane", var number, VehicleWord] when Number1(number) is { } lane => new PackAt(lane, 1),
            ["lane", var number, VehicleWord, var second]
                when Number1(number) is { } lane && Number1(second) is { } position => new PackAt(lane, position),
            _ => null,
        };
    }

    public override string ToString() => Lane == 0 ? Invariant($"bay {Number}")
        : (Lane > 1 ? Invariant($"lane {Lane}'s ") : "the ") + (Number > 1 ? Invariant($"vehicle, position {Number}")
            : VehicleWord);

    private static int? Number1(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : null;
}

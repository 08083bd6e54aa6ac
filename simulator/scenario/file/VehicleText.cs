using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// How a vehicle, its tag or a customer's card is told: as the readers of a kind of station read them.
/// </summary>
internal static class VehicleText
{
    private const int VinLength = VinFrame.VinLength;
    private const int TagLength = EventRecord.VehicleRoom;

    /// <summary>In words, for a message.</summary>
    public static string Form(StationPlan station) => IsVin(station)
        ? Invariant($"a VIN is expected, {VinLength} capitals and digits without I, O and Q")
        : Invariant($"a tag or card of 1 to {TagLength} letters of ASCII without blanks is expected");

    public static bool Fits(StationPlan station, string text) => IsVin(station)
        ? text.Length == VinLength && text.All(letter =>
            char.IsAsciiDigit(letter) || (char.IsAsciiLetterUpper(letter) && letter is not ('I' or 'O' or 'Q')))
        : text.Length is > 0 and <= TagLength && text.All(letter => letter is > ' ' and <= '~');

    private static bool IsVin(StationPlan station) => !station.IsCabinet && station.Kind.Profile.IdentityByVin;
}

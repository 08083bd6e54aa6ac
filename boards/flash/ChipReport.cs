using System.Globalization;
using System.Text.RegularExpressions;

namespace SwapEdge.Boards.Flash;

/// <summary>What nanoff says of a chip after "Connected to:".</summary>
/// <param name="Chip">ESP32, ESP32-S3.</param>
/// <param name="Psram">Null when nanoff cannot tell.</param>
/// <param name="FlashBytes">Size of the flash.</param>
/// <param name="Mac">Address of the chip, as it is printed.</param>
public sealed partial record ChipReport(string Chip, bool? Psram, long FlashBytes, string Mac)
{
    private const int LimitMs = 1000;

    public static ChipReport? Read(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Match chip = ChipLine().Match(output);
        Match flash = FlashLine().Match(output);
        Match psram = PsramLine().Match(output);
        if (!chip.Success || !flash.Success || !psram.Success)
        {
            return null;
        }

        long unit = flash.Groups["unit"].Value == "kB" ? 1024 : 1024 * 1024;
        bool? has = psram.Groups["psram"].Value.Trim() switch
        {
            "undetermined" => null,
            "not available" => false,
            _ => true,
        };
        return new ChipReport(
            chip.Groups["chip"].Value,
            has,
            unit * int.Parse(flash.Groups["size"].ValueSpan, CultureInfo.InvariantCulture),
            MacLine().Match(output).Groups["mac"].Value);
    }

    /// <summary>Null when this is what the board is said to be.</summary>
    public Failure? Compare(BoardDescription board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return Chip != board.Chip ? new Failure(FlashEnd.ChipOther, $"{Chip}, {board.Name} has {board.Chip}")
            : FlashBytes != board.FlashBytes
                ? new Failure(
                    FlashEnd.FlashOther, $"{FlashBytes >> 20} MB, {board.Name} has {board.FlashBytes >> 20} MB")
            : board.Psram && Psram == false ? new Failure(FlashEnd.PsramMissing, Chip)
            : null;
    }

    [GeneratedRegex(@"Connected to:\s*(?<chip>ESP32[-A-Z0-9]*)", RegexOptions.ExplicitCapture, LimitMs)]
    private static partial Regex ChipLine();

    [GeneratedRegex(@"Flash size (?<size>\d{1,6})\s?(?<unit>[kM]B)", RegexOptions.ExplicitCapture, LimitMs)]
    private static partial Regex FlashLine();

    [GeneratedRegex(@"PSRAM: (?<psram>[^\r\n]*)", RegexOptions.ExplicitCapture, LimitMs)]
    private static partial Regex PsramLine();

    [GeneratedRegex(@"MAC (?<mac>[0-9A-Fa-f:]+)", RegexOptions.ExplicitCapture, LimitMs)]
    private static partial Regex MacLine();
}

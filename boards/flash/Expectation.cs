using SwapEdge.Firmware;

namespace SwapEdge.Boards.Flash;

/// <summary>What the device must say of itself after it was written.</summary>
/// <param name="Node">The node that it is to be.</param>
/// <param name="Board">Kind of board.</param>
/// <param name="Build">Of the image that was written.</param>
/// <param name="Known">What the city heard of the node last, before anything was written; null: nothing.</param>
/// <param name="Replaced">The board was exchanged.</param>
public sealed record Expectation(NodeFile Node, string Board, string Build, DeviceReport? Known, bool Replaced)
{
    /// <summary>Journals of other nodes: a board that has one of them was that node's.</summary>
    public IReadOnlyDictionary<ulong, string> Others { get; init; } = new Dictionary<ulong, string>();

    /// <summary>Null when it says just that.</summary>
    public Failure? Judge(DeviceReport said)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (said.Build != Build)
        {
            return new Failure(FlashEnd.BuildDiffers, $"{said.Build}, not {Build}");
        }

        if (said.SettingsCrc != Node.Crc)
        {
            return new Failure(FlashEnd.SettingsDiffer, $"{said.SettingsCrc:X8}, not {Node.Crc:X8}");
        }

        if (said.Board != Board || (said.Kind ?? Node.Kind) != Node.Kind)
        {
            return new Failure(FlashEnd.BoardSaysOther, $"{said.Board} {said.Kind}, not {Board} {Node.Kind}");
        }

        if (Others.TryGetValue(said.Journal, out string? other))
        {
            return new Failure(FlashEnd.JournalReused, $"{said.Journal:X16}, {other}");
        }

        if (Known == null || (Known.Journal != said.Journal) == Replaced)
        {
            return null;
        }

        return Replaced
            ? new Failure(FlashEnd.JournalReused, $"{said.Journal:X16}")
            : new Failure(FlashEnd.JournalDiffers, $"{said.Journal:X16}, not {Known.Journal:X16}");
    }

    /// <summary>Waiting longer does not make it better.</summary>
    public static bool IsDecisive(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.End is FlashEnd.JournalDiffers or FlashEnd.JournalReused;
    }
}

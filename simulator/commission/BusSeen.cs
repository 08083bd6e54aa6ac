using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A bus in a sighting.</summary>
/// <param name="Bay">Of a charger's bus.</param>
/// <param name="Identifier">Of the last frame; null: none has come, or none is counted.</param>
/// <param name="AgeMs">Since the last frame.</param>
public sealed record BusSeen(BusKind Kind, int Bay, uint? Identifier, long AgeMs)
{
    internal static BusSeen Of(ProtoFields fields) => new(
        (BusKind)fields.Number(1), (int)fields.Number(2), fields.Has(3) ? (uint)fields.Number(3) : null,
        (long)fields.Number(4));

    /// <summary>Whether a message of that bus has this identifier.</summary>
    public static bool IsKnown(BusKind kind, uint identifier)
    {
        int pgn = J1939.Pgn(identifier);
        return kind switch
        {
            BusKind.StationLink => MessageForms.OfLink(pgn) is not null,
            BusKind.SwapPack => Array.Exists(SwapPackMessages.Rows, row => row.Id != 0 && row.Id == identifier),
            _ => pgn is Transport.ConnectionPgn or Transport.DataPgn || ChargeMessages.Find(
                pgn, J1939.Source(identifier) == ChargeMessages.ChargerAddress) is not null,
        };
    }
}

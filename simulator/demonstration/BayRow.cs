namespace SwapEdge.Simulator;

/// <summary>One bay as its node sees it on the charger bus.</summary>
/// <param name="Bay">Number in the station.</param>
/// <param name="Presence">In words.</param>
/// <param name="Session">Stage of the charging session, in words.</param>
/// <param name="ChargePermille">-1 while it is not known.</param>
/// <param name="Output">What the charger gives, empty while it is not known.</param>
/// <param name="Frames">Frames accepted.</param>
/// <param name="Refused">Frames refused.</param>
/// <param name="Warnings">Highest level that stands, 0 for none.</param>
public sealed record BayRow(
    int Bay,
    string Presence,
    string Session,
    int ChargePermille,
    string Output,
    long Frames,
    long Refused,
    int Warnings);

using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>What all parts of a scenario are read against.</summary>
/// <param name="File">As messages tell it.</param>
/// <param name="Errors">What is wrong so far.</param>
/// <param name="Station">Null while it is not known: then nothing is held against it.</param>
/// <param name="LimitMs">End of the run in virtual time.</param>
internal sealed record ScenarioScope(string File, YamlErrors Errors, StationPlan? Station, long LimitMs)
{
    public Place PlaceOf(YamlPiece piece) => new(File, piece.Line, piece.Column);

    /// <summary>Tells that a form is nothing for this station.</summary>
    public bool Fits(YamlPiece at, string name, StationScope scope)
    {
        string? against = Station is null ? null : (scope, Station.IsCabinet) switch
        {
            (StationScope.Lanes, true) => "is for stations with lanes; this is a cabinet",
            (StationScope.Cabinet, false) => "is for a cabinet; this station has lanes",
            _ => null,
        };
        if (against is not null)
        {
            Errors.Add(at, $"'{name}' {against}");
        }

        return against is null;
    }

    /// <summary>Tells that a time is behind the end.</summary>
    public void CheckTime(YamlPiece? at, string name, long? ms)
    {
        if (at is not null && ms > LimitMs)
        {
            Errors.Add(at, $"{name}: {at.Describe()} is behind the limit of {DurationText.Of(LimitMs)}");
        }
    }
}

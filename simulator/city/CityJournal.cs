namespace SwapEdge.Simulator;

/// <summary>What a city has of a journal.</summary>
/// <param name="Through">Every event up to and with this one is stored.</param>
public sealed record CityJournal(ulong Journal, string Node, long Events, ulong Through);

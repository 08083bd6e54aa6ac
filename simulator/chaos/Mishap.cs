namespace SwapEdge.Simulator;

/// <summary>Something that goes wrong in a life, for a while.</summary>
/// <typeparam name="TStation">The station that it befalls.</typeparam>
/// <param name="Name">In words, for the report.</param>
/// <param name="ShortestMs">It lasts at least this long.</param>
/// <param name="LongestMs">It lasts at most this long.</param>
/// <param name="Begin">Makes it so; false when it does not fit the moment.</param>
/// <param name="End">Undoes it.</param>
public sealed record Mishap<TStation>(
    string Name,
    int ShortestMs,
    int LongestMs,
    Func<TStation, int, bool> Begin,
    Action<TStation, int> End);

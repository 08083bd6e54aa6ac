namespace SwapEdge.Simulator;

/// <summary>How mishaps are made.</summary>
public static class Mishaps
{
    /// <summary>One that a plain change begins and another ends.</summary>
    public static Mishap<TStation> Of<TStation>(
        string name, int shortestMs, int longestMs, Action<TStation, int> begin, Action<TStation, int> end) => new(
        name,
        shortestMs,
        longestMs,
        (station, detail) =>
        {
            begin(station, detail);
            return true;
        },
        end);

    /// <summary>One that has no end of its own.</summary>
    public static Mishap<TStation> Once<TStation>(string name, Func<TStation, int, bool> begin) =>
        new(name, 100, 200, begin, static (_, _) => { });
}

namespace SwapEdge.Simulator;

/// <summary>How many of something are meant.</summary>
/// <param name="Least">So many or more.</param>
/// <param name="Most">So many or fewer.</param>
public sealed record CountBounds(int Least, int Most)
{
    /// <summary>No number is too high.</summary>
    public bool IsOpen => Most == int.MaxValue;

    public bool Has(int count) => count >= Least && count <= Most;

    /// <summary>Of 'at-least', 'at-most' and 'exactly'; at least one when none is said.</summary>
    public static CountBounds Of(Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        int exactly = arguments.Count("exactly", -1);
        return exactly >= 0 ? new CountBounds(exactly, exactly)
            : new CountBounds(
                arguments.Count("at-least", arguments.Has("at-most") ? 0 : 1),
                arguments.Count("at-most", int.MaxValue));
    }
}

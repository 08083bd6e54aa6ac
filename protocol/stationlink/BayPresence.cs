namespace SwapEdge.Protocol
{
    /// <summary>Whether a pack stands in a bay, as its sensors say together.</summary>
    public enum BayPresence
    {
        Unknown = 0,
        Empty = 1,
        Occupied = 2,
        Contradictory = 3,
    }
}

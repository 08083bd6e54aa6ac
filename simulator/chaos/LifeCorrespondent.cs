namespace SwapEdge.Simulator;

/// <summary>A node as the city of a life knows it.</summary>
/// <param name="Root">Its topics without the last level.</param>
/// <param name="Key">That it shares with the city.</param>
/// <param name="Random">What befalls the city's words to it.</param>
/// <param name="Orders">What it was asked.</param>
internal sealed record LifeCorrespondent(string Root, byte[] Key, Prng Random, LifeOrders Orders)
{
    /// <summary>When the city next says something to it, and what is open once more.</summary>
    public long AsksMs { get; set; }

    public long RepeatsMs { get; set; }

    /// <summary>Number of the latest acknowledgement that left.</summary>
    public long Said { get; set; }
}

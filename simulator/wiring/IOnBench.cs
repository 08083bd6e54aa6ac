namespace SwapEdge.Simulator;

/// <summary>What is wired to a board and goes on in time: a chip on a bus, an adapter, a line.</summary>
public interface IOnBench
{
    /// <summary>Its supply is there; without it, it is silent on both sides, and has forgotten everything.</summary>
    bool HasPower { get; set; }

    /// <summary>Time has passed, and the world has moved.</summary>
    void Advance(int milliseconds);
}

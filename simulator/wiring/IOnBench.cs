namespace SwapEdge.Simulator;

/// <summary>What is wired to a board and goes on in time: a chip on a bus, an adapter, a line.</summary>
public interface IOnBench
{
    /// <summary>Time has passed, and the world has moved.</summary>
    void Advance(int milliseconds);
}

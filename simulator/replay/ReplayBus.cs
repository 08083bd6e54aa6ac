namespace SwapEdge.Simulator;

/// <summary>Which bus a capture is of. Auto: each frame goes where its identifier belongs.</summary>
public enum ReplayBus
{
    Auto,
    Charger,
    Pack,
}

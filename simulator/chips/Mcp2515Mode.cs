namespace SwapEdge.Simulator;

/// <summary>Modes of an MCP2515 as REQOP and OPMOD name them.</summary>
public enum Mcp2515Mode
{
    Normal = 0,
    Sleep = 1,
    Loopback = 2,
    ListenOnly = 3,
    Configuration = 4,
}

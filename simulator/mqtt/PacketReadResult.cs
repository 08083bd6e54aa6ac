namespace SwapEdge.Simulator;

/// <summary>What became of an attempt to read a packet.</summary>
public enum PacketReadResult
{
    /// <summary>More bytes are needed.</summary>
    None = 0,
    Packet = 1,

    /// <summary>The connection must be closed.</summary>
    Refused = 2,
}

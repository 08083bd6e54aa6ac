using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What a node has said of a command.</summary>
/// <param name="AtMs">When it was heard.</param>
public sealed record CommissionAnswer(ResultState State, CommandReason Reason, byte[] Bytes, long AtMs);

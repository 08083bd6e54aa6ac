using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What a phase is called on a panel, in English and Chinese.</summary>
public sealed record PhaseName(Phase Phase, string Name, string Words, string WordsZh);

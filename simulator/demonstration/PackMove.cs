namespace SwapEdge.Simulator;

/// <summary>A pack that changed between vehicle and bay, as the city has it.</summary>
public sealed record PackMove(bool Out, string Code, int Bay, int ChargePermille, int HealthPermille);

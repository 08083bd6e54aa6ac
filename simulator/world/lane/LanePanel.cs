namespace SwapEdge.Simulator;

/// <summary>What people and the safety chain set at a lane.</summary>
public sealed class LanePanel
{
    public bool SafetyChainClosed { get; set; } = true;

    public bool ReleasePermitted { get; set; } = true;

    public bool FireDetected { get; set; }

    public bool KeySwitchOn { get; set; }

    public bool ConfirmPressed { get; set; }

    public bool AbortPressed { get; set; }
}

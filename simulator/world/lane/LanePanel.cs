using SwapEdge.Firmware;

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

    /// <summary>The selector: manual, maintenance, or neither for automatic.</summary>
    public bool ManualSelected { get; set; }

    public bool MaintenanceSelected { get; set; }

    public bool ClosedSelected { get; set; }

    /// <summary>The button held on the technician's pendant.</summary>
    public Drive Hand { get; set; }

    /// <summary>The driver holds the button on the post beside the lane.</summary>
    public bool DriverAborts { get; set; }
}

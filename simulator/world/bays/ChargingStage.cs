namespace SwapEdge.Simulator;

/// <summary>Where a charger, or the BMS it charges, is in a session of GB/T 27930.</summary>
public enum ChargingStage
{
    /// <summary>Not connected, or nobody spoke yet.</summary>
    Idle = 0,

    /// <summary>CHM and BHM.</summary>
    Handshake = 1,

    /// <summary>Charger: insulation test before identification.</summary>
    Insulation = 2,

    /// <summary>CRM and BRM.</summary>
    Identification = 3,

    /// <summary>BCP, CTS and CML.</summary>
    Parameters = 4,

    /// <summary>BRO and CRO.</summary>
    Readiness = 5,

    /// <summary>BCL, BCS, BSM and CCS.</summary>
    Charging = 6,

    /// <summary>BST and CST.</summary>
    Stopping = 7,

    /// <summary>BSD and CSD.</summary>
    Statistics = 8,

    /// <summary>Over until it is plugged in or permitted anew.</summary>
    Ended = 9,

    /// <summary>Over because the other side was silent; CEM or BEM is sent.</summary>
    TimedOut = 10,
}

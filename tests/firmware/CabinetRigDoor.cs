using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>One door of the rig: what is behind it and what its contacts say.</summary>
public sealed class CabinetRigDoor
{
    public bool Shut { get; set; } = true;

    /// <summary>The latch does not let go.</summary>
    public bool Stuck { get; set; }

    public CabinetRigPack? Pack { get; set; }

    /// <summary>What the contact says whatever is there; null: the truth.</summary>
    public bool? PresentContact { get; set; }

    public bool? ClearContact { get; set; }

    /// <summary>The charger's contactor does not open.</summary>
    public bool ContactorWelded { get; set; }

    public bool Smoke { get; set; }

    /// <summary>Null: there is no meter.</summary>
    public long? MeterWh { get; set; }

    /// <summary>The panel, with this door selected.</summary>
    public OperatorInputs Operator { get; } = new();

    /// <summary>What the node allows.</summary>
    public bool Permitted { get; set; }
}

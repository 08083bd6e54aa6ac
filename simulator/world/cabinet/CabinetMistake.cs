namespace SwapEdge.Simulator;

/// <summary>What a customer does wrong.</summary>
public enum CabinetMistake
{
    None,

    /// <summary>Walks off with the new pack and leaves the door open.</summary>
    LeavesDoorOpen,

    /// <summary>Shuts the empty door without putting anything in.</summary>
    PutsNothingIn,

    /// <summary>Brings a pack that is not of this fleet.</summary>
    BringsForeignPack,

    /// <summary>Brings a pack that is too hot.</summary>
    BringsHotPack,

    /// <summary>Shuts the full door without taking anything out.</summary>
    TakesNothingOut,
}

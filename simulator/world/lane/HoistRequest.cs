namespace SwapEdge.Simulator;

/// <summary>What the hoist is asked to do: one of these at a time.</summary>
public enum HoistRequest
{
    None = 0,
    Grip = 1,
    Lift = 2,
    Stow = 3,
    Fetch = 4,
    Place = 5,
    Withdraw = 6,
}

namespace SwapEdge.Simulator;

/// <summary>Key switch, selector and confirm button in one pass.</summary>
public enum Person
{
    Watches = 0,
    Confirms = 1,
    Manual = 2,
    ManualConfirms = 3,
    Maintenance = 4,
    MaintenanceConfirms = 5,
    MaintenanceKeyOff = 6,
    KeyOff = 7,
}

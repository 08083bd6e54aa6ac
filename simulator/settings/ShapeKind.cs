namespace SwapEdge.Simulator.Settings;

/// <summary>What a field of a file of settings is.</summary>
public enum ShapeKind
{
    Text = 0,
    Number = 1,
    Flag = 2,

    /// <summary>One of some names.</summary>
    Choice = 3,
    List = 4,
    Group = 5,
}

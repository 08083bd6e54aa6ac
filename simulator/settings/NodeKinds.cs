namespace SwapEdge.Simulator.Settings;

/// <summary>Kinds of nodes together.</summary>
[Flags]
public enum NodeKinds
{
    None = 0,
    Lane = 1,
    Bays = 2,
    Cabinet = 4,
    All = Lane | Bays | Cabinet,
}

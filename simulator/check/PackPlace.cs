namespace SwapEdge.Simulator;

/// <summary>Which pack is in a place, as far as a swap can tell packs apart.</summary>
public enum PackPlace
{
    Empty = 0,

    /// <summary>The one that the vehicle came with.</summary>
    Old = 1,

    /// <summary>The one that was planned.</summary>
    New = 2,

    /// <summary>One that nobody planned, though its bay was the right one.</summary>
    Wrong = 3,
}

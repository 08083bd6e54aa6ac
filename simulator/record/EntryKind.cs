namespace SwapEdge.Simulator;

/// <summary>What an entry of a turn says of its channel. Numbers are for ever.</summary>
internal enum EntryKind
{
    /// <summary>In: a number that is asked for has changed.</summary>
    Value = 0,

    /// <summary>In: something has come, a frame or a message; or bytes that are asked for have changed.</summary>
    Came = 1,

    /// <summary>Out: what the firmware gave, and what it was answered.</summary>
    Gave = 2,

    /// <summary>Out: the same as last time, with the same answer.</summary>
    GaveAgain = 3,
}

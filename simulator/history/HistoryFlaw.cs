namespace SwapEdge.Simulator;

/// <summary>What is wrong with a history that was taken from a device.</summary>
public enum HistoryFlaw
{
    None = 0,

    /// <summary>A segment whose header cannot be read.</summary>
    HeaderDamaged = 1,

    /// <summary>A header that this device has not written.</summary>
    HeaderForged = 2,

    /// <summary>A segment under the number of another.</summary>
    Misplaced = 3,

    /// <summary>Numbers of segments that are not there, between others that are.</summary>
    SegmentMissing = 4,

    /// <summary>The end of a segment is not the one that the next one was begun behind.</summary>
    LinkBroken = 5,

    /// <summary>Bytes that are no sound record.</summary>
    RecordDamaged = 6,

    /// <summary>A sound record that this device has not written there.</summary>
    RecordForged = 7,

    /// <summary>Sound records behind a damaged or forged one: nothing says that they are the device's.</summary>
    NotVouchedFor = 8,

    /// <summary>A sequence that jumps within a segment.</summary>
    SequenceBroken = 9,

    /// <summary>It ends before what the city has stored.</summary>
    EndMissing = 10,
}

namespace SwapEdge.Simulator;

/// <summary>What became of one vehicle's visit to a lane, as the world has it. Times of the world; -1 while not so far.
/// </summary>
/// <param name="lane">Lane from 1.</param>
/// <param name="vin">Who came.</param>
/// <param name="cameMs">When it came to the station.</param>
/// <param name="enteredMs">When it rolled into the lane.</param>
public sealed class Visit(int lane, string vin, long cameMs, long enteredMs)
{
    public int Lane { get; } = lane;

    public string Vin { get; } = vin;

    public long CameMs { get; } = cameMs;

    public long EnteredMs { get; } = enteredMs;

    /// <summary>It stood in the wheel guides.</summary>
    public long StoodMs { get; internal set; } = -1;

    /// <summary>It was told to go and its driver turned the key.</summary>
    public long StartedMs { get; internal set; } = -1;

    /// <summary>It was out of the lane.</summary>
    public long LeftMs { get; internal set; } = -1;

    /// <summary>Packs that it came with, position 1 first.</summary>
    public IReadOnlyList<Pack?> Brought { get; internal set; } = [];

    /// <summary>Packs that it left with.</summary>
    public IReadOnlyList<Pack?> Took { get; internal set; } = [];

    /// <summary>How long it waited before the lane.</summary>
    public long WaitedMs => EnteredMs - CameMs;

    /// <summary>From standing still to starting: what people call the time of a swap. -1 while it lasts.</summary>
    public long SwapMs => StartedMs < 0 ? -1 : StartedMs - StoodMs;

    /// <summary>It left with other packs, all of them.</summary>
    public bool Swapped => LeftMs >= 0 && Took.All(pack => pack is not null && !Brought.Contains(pack));
}

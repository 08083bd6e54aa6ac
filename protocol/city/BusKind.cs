namespace SwapEdge.Protocol
{
    /// <summary>What a bus joins; <c>BusKind</c> of city.proto. For ever, append only.</summary>
    public enum BusKind
    {
        None = 0,
        StationLink = 1,
        SwapPack = 2,
        Charger = 3,

        /// <summary>The serial line to the packs of a cabinet.</summary>
        PackLine = 4,
    }
}

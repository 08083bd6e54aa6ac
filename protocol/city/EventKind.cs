namespace SwapEdge.Protocol
{
    /// <summary>What a journal record tells; <c>EventKind</c> of city.proto. For ever, append only.</summary>
    public enum EventKind
    {
        None = 0,
        Boot = 1,
        SwapStarted = 2,
        SwapStep = 3,
        BatteryIn = 4,
        BatteryOut = 5,
        SwapEnded = 6,
        PackArrived = 7,
        PackLeft = 8,
        WarningRaised = 9,
        WarningCleared = 10,
        ChargeStarted = 11,
        ChargeEnded = 12,
        Lost = 13,
        Audit = 14,

        /// <summary>A half of a swap that never met the other.</summary>
        SwapOrphaned = 15,
        PackDelivered = 20,
        PackRemoved = 21,
        PackIsolated = 22,
        PackCleared = 23,
        BayFreed = 24,

        /// <summary>The civil time of this boot is known, or is another than was told before.</summary>
        TimeSet = 30,

        /// <summary>Samples around a level-3 event.</summary>
        BlackBox = 40,

        /// <summary>Power failed before the black box was whole.</summary>
        BlackBoxCut = 41,
    }
}

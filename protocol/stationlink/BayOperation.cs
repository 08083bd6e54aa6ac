namespace SwapEdge.Protocol
{
    /// <summary>What a lane asks of a bay.</summary>
    public enum BayOperation
    {
        None = 0,

        /// <summary>Keep an empty bay for the pack that comes off the vehicle.</summary>
        ReserveToStore = 1,

        /// <summary>Keep a charged pack, powered off, for the vehicle.</summary>
        ReserveToTake = 2,
        Release = 3,
    }
}

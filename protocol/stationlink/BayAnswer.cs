namespace SwapEdge.Protocol
{
    /// <summary>What a bay answers a lane.</summary>
    public enum BayAnswer
    {
        None = 0,
        Granted = 1,
        RefusedNotEmpty = 2,

        /// <summary>No pack there, not charged enough, or not powered off.</summary>
        RefusedNotReady = 3,

        /// <summary>Another lane has it.</summary>
        RefusedReserved = 4,
        RefusedAlarm = 5,

        /// <summary>The request speaks a version that this node does not.</summary>
        RefusedVersion = 6,

        /// <summary>Locked out for maintenance.</summary>
        RefusedMaintenance = 7,
    }
}

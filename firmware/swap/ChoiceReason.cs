namespace SwapEdge.Firmware
{
    /// <summary>Why this bay was chosen. For ever, append only.</summary>
    public enum ChoiceReason
    {
        /// <summary>None was.</summary>
        None = 0,

        /// <summary>No other bay fitted.</summary>
        OnlyOne = 1,
        LowestEmptyNumber = 2,

        /// <summary>An isolation bay, for a pack that is not to stand among others.</summary>
        Isolation = 3,

        /// <summary>The most charge, at or above the target.</summary>
        FullestAtTarget = 4,

        /// <summary>Of those with the most charge the coolest.</summary>
        CoolestOfEqual = 5,

        /// <summary>Of those with the most charge and equally warm the lowest number.</summary>
        LowestOfEqual = 6,

        /// <summary>It was this swap's before a restart.</summary>
        Resumed = 7,
    }
}

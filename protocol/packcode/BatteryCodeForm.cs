namespace SwapEdge.Protocol
{
    /// <summary>Which code it is, by its length. Numbers are for ever; append only.</summary>
    public enum BatteryCodeForm
    {
        Unknown = 0,

        /// <summary>24 characters: GB/T 34014-2017 with traceability code.</summary>
        Full = 1,

        /// <summary>19: a battery in its second use, without traceability code.</summary>
        Reuse = 2,

        /// <summary>25, seen on packs: a full code and one more character.</summary>
        FullAndOne = 3,

        /// <summary>12: a maker's own.</summary>
        Own = 4,
    }
}

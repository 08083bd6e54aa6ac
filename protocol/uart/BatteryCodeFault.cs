namespace SwapEdge.Protocol
{
    /// <summary>Why a code does not fit the standard. Numbers are for ever; append only.</summary>
    public enum BatteryCodeFault
    {
        None = 0,

        /// <summary>Nothing was given.</summary>
        Empty = 1,

        /// <summary>Neither 24 characters, nor 19 or 25.</summary>
        Length = 2,

        /// <summary>A maker's own code: nothing is known of its parts.</summary>
        Own = 3,

        /// <summary>A character that is neither a digit nor a capital letter.</summary>
        Character = 4,
        Product = 5,
        Chemistry = 6,

        /// <summary>Year, month or day is none, or the month does not have that day.</summary>
        Date = 7,

        /// <summary>The serial number has a letter.</summary>
        Serial = 8,
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Why a bay was not chosen: the first of these that applied, in the order of the numbers. For ever, append only,
    /// up to 15.
    /// </summary>
    public enum PassedOver
    {
        /// <summary>It fits.</summary>
        None = 0,

        /// <summary>It was heard once, and is silent.</summary>
        NotHeard = 1,

        /// <summary>Another lane has it.</summary>
        Reserved = 2,

        /// <summary>It has refused this lane in this swap, or not answered.</summary>
        Refused = 3,

        /// <summary>Wanted empty: a pack stands there, or its contacts do not say that none does.</summary>
        NotEmpty = 4,

        /// <summary>Wanted with a pack: none stands there, or its contacts do not say so.</summary>
        NoPack = 5,
        Alarm = 6,

        /// <summary>An isolation bay, or one whose pack is isolated.</summary>
        Isolated = 7,

        /// <summary>Wanted for isolation: it is not an isolation bay.</summary>
        NotForIsolation = 8,
        PowerOn = 9,

        /// <summary>Its pack has not said who it is, or how much charge it has.</summary>
        PackUnknown = 10,

        /// <summary>Its pack is for another kind of vehicle, or nobody knows for which.</summary>
        OtherInterface = 11,
        ChargeLow = 12,

        /// <summary>Its pack came lately and is warming up.</summary>
        Watched = 13,

        /// <summary>Its pack has the serial number of the one that comes in: nobody could tell them apart.</summary>
        SameSerial = 14,
    }
}

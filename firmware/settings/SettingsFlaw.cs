namespace SwapEdge.Firmware
{
    /// <summary>Which rule settings break; the words are the desk's. Numbers are told: append only.</summary>
    public enum SettingsFlaw
    {
        None = 0,

        // Of the node.
        Identifiers = 1,
        LinkAddress = 2,
        Lane = 3,
        Nothing = 4,
        BaysMany = 5,
        TelemetryInterval = 6,
        BaysTwice = 7,
        IsolationBays = 8,
        Interfaces = 9,
        ChargerPower = 10,
        Watch = 11,
        CabinetWithHoist = 12,
        CabinetWithoutDoors = 13,
        CabinetWithOneDoor = 14,

        // Of its journal.
        Segments = 20,
        SegmentBytes = 21,
        PendingBytes = 22,
        CapacityLittle = 23,
        CapacityUnused = 24,

        // Of its profile.
        Name = 30,
        Version = 31,
        NoSteps = 32,
        StrangeStep = 33,
        Packs = 34,
        LockPoints = 35,
        Settle = 36,
        Debounce = 37,
        LockDisagree = 38,
        SeatDisagree = 39,
        LockTravel = 40,
        Interface = 41,
        TargetCharge = 42,
        AlarmLevel = 43,
        Temperature = 44,
        TemperatureLeast = 45,
        Insulation = 46,
        SwapLimit = 47,

        // Of a step, told with its phase.
        StepMissing = 60,
        StepLacksEvidence = 61,
        StepContradicts = 62,
        StepWithoutEvidence = 63,
        StepLimit = 64,
        StepRetries = 65,
        StepNoWayBack = 66,
        StepSettlesLate = 67,
    }
}

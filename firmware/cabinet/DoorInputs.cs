namespace SwapEdge.Firmware
{
    /// <summary>Levels of one door of a cabinet. Unpowered or broken wire reads false.</summary>
    public sealed class DoorInputs
    {
        /// <summary>The latch has caught: the door is shut. False counts as open.</summary>
        public bool LatchClosed;

        /// <summary>A pack stands behind the door, pushed to its end.</summary>
        public bool PackPresent;

        /// <summary>Second, independent contact: nothing is behind the door. Both true is a contradiction.</summary>
        public bool BayClear;

        /// <summary>Auxiliary contact of the charger's contactor: open.</summary>
        public bool ContactorOpen;

        /// <summary>The door's smoke detector: no smoke, and no broken wire.</summary>
        public bool SmokeLoopClosed;

        /// <summary>The energy meter of the door has answered lately; otherwise, and without one, its reading does not
        /// count.</summary>
        public bool MeterKnown;

        /// <summary>What the meter has counted since it was made, watt-hours.</summary>
        public long MeterWh;

        public readonly OperatorInputs Operator = new OperatorInputs();
    }
}

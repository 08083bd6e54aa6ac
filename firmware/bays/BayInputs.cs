namespace SwapEdge.Firmware
{
    /// <summary>Levels of one bay's inputs. Unpowered or broken wire reads false.</summary>
    public sealed class BayInputs
    {
        /// <summary>A pack stands in the bay.</summary>
        public bool PackPresent;

        /// <summary>Second, independent contact: the bay is clear. Both or neither true is a contradiction.</summary>
        public bool BayClear;

        /// <summary>Auxiliary contact of the charger's output contactor: open.</summary>
        public bool ContactorOpen;

        /// <summary>The smoke detector's loop is closed: no smoke, and no broken wire.</summary>
        public bool SmokeLoopClosed;

        /// <summary>The energy meter of the bay has answered lately; otherwise, and without one, its reading does not
        /// count.</summary>
        public bool MeterKnown;

        /// <summary>What the meter has counted since it was made, watt-hours.</summary>
        public long MeterWh;

        public readonly OperatorInputs Operator = new OperatorInputs();
    }
}

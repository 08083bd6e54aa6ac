namespace SwapEdge.Protocol
{
    /// <summary>One kind of frame of the station link, and how often it is sent.</summary>
    public sealed class StationLinkRow
    {
        public readonly string Name;
        public readonly int Pgn;
        public readonly int PeriodMs;

        /// <summary>Sent for each bay of the station; else for each lane, so many at a time.</summary>
        public readonly bool PerBay;
        public readonly int PerLane;

        public StationLinkRow(string name, int pgn, int periodMs, bool perBay, int perLane)
        {
            Name = name;
            Pgn = pgn;
            PeriodMs = periodMs;
            PerBay = perBay;
            PerLane = perLane;
        }

        /// <summary>Frames of this kind in one period of a station.</summary>
        public int Frames(int lanes, int bays)
        {
            return PerBay ? bays : PerLane * lanes;
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>The frames of the station link and their periods: what loads its bus.</summary>
    public static class StationLinkMessages
    {
        /// <summary>A lane asks for a bay to store in and a bay to take from at the same time, at most.</summary>
        public const int RequestsOfALane = 2;

        public static readonly StationLinkRow[] Rows =
        {
            // name, PGN, period, for each bay, else at a time for each lane
            new StationLinkRow("bay status", BayStatusFrame.Pgn, BayStatusFrame.PeriodMs, true, 0),
            new StationLinkRow("bay request", BayRequestFrame.Pgn, BayRequestFrame.PeriodMs, false, RequestsOfALane),
            new StationLinkRow("bay grant", BayGrantFrame.Pgn, BayGrantFrame.PeriodMs, false, RequestsOfALane),
            new StationLinkRow("lane phase", LanePhaseFrame.Pgn, LanePhaseFrame.PeriodMs, false, 1),
            new StationLinkRow("bay pack", BayPackFrame.Pgn, BayPackFrame.PeriodMs, true, 0),
            new StationLinkRow("power share", PowerShareFrame.Pgn, PowerShareFrame.PeriodMs, true, 0),
        };
    }
}

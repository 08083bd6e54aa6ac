using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// What a node reads of the station link: identifiers for an <see cref="Mcp2515Setup"/> that cares for the
    /// <see cref="Mcp2515Setup.Group"/>. The first two share both receive buffers, so the burstiest come first.
    /// </summary>
    public static class LinkGroups
    {
        public static readonly uint[] OfLane =
        {
            BayStatusFrame.Pgn << 8, BayPackFrame.Pgn << 8, BayGrantFrame.Pgn << 8,
        };

        public static readonly uint[] OfBays = { LanePhaseFrame.Pgn << 8, BayRequestFrame.Pgn << 8 };
    }
}

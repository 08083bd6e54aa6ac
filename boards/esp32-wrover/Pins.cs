namespace SwapEdge.Boards.Esp32Wrover
{
    /// <summary>
    /// GPIO numbers of a bay node for two bays. Not used: 6 to 11 (flash), 16 and 17 (PSRAM), 1 and 3 (wire protocol),
    /// 0, 2 and 12 (sampled at reset). Left for the drivers: 5, 18, 19, 23 (MCP2515), 14, 15, 21, 22 (CAN adapters).
    /// </summary>
    public static class Pins
    {
        public const int Heartbeat = 13;

        // 34 to 39 have no output and no pull: a resistor to ground on the board.
        public const int Bay1PackPresent = 34;
        public const int Bay1BayClear = 35;
        public const int Bay1ContactorOpen = 36;
        public const int Bay1SmokeLoopClosed = 39;
        public const int Bay1ChargePermit = 4;

        public const int Bay2PackPresent = 32;
        public const int Bay2BayClear = 33;
        public const int Bay2ContactorOpen = 25;
        public const int Bay2SmokeLoopClosed = 26;
        public const int Bay2ChargePermit = 27;
    }
}

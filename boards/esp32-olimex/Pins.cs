namespace SwapEdge.Boards.Esp32Olimex
{
    /// <summary>
    /// GPIO numbers. Not to be had: 6 to 11 (flash), 16 and 17 (PSRAM), 1 and 3 (wire protocol), 0, 12, 18, 19, 21 to
    /// 23 and 25 to 27 (Ethernet), 2, 14 and 15 (card), 34 (button), 35 (battery). 34 to 39 are inputs without a pull.
    /// </summary>
    public static class Pins
    {
        public const int Heartbeat = 33;

        public const int SpiClock = 32;
        public const int SpiMosi = 13;

        /// <summary>The board's divider that senses its supply is cut off.</summary>
        public const int SpiMiso = 39;

        /// <summary>Sampled at reset, where it must be high: the select line has its pull-up.</summary>
        public const int LinesSelect = 5;

        // COM2, the line to the packs' BMS. The transceiver finds its direction by itself.
        public const int PackLineTx = 4;
        public const int PackLineRx = 36;
    }
}

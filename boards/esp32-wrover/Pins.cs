namespace SwapEdge.Boards.Esp32Wrover
{
    /// <summary>
    /// GPIO numbers. Not to be had: 6 to 11 (flash), 16 and 17 (PSRAM), 1 and 3 (wire protocol), 0, 2, 5, 12 and 15
    /// (sampled at reset). 34 to 39 are inputs without a pull.
    /// </summary>
    public static class Pins
    {
        public const int Heartbeat = 13;

        /// <summary>High while the hardware hears the heartbeat and allows requests.</summary>
        public const int HeartbeatHeard = 36;

        public const int Bay1ChargePermit = 4;
        public const int Bay2ChargePermit = 32;

        public const int SpiClock = 18;
        public const int SpiMosi = 23;
        public const int SpiMiso = 19;
        public const int LinkSelect = 21;
        public const int LinesSelect = 22;
        public const int ClockSelect = 14;

        // Adapters of the charger buses: COM2 of bay 1, COM3 of bay 2.
        public const int Bay1BusTx = 25;
        public const int Bay1BusRx = 34;
        public const int Bay2BusTx = 26;
        public const int Bay2BusRx = 35;
    }
}

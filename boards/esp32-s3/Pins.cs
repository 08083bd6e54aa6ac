namespace SwapEdge.Boards.Esp32S3
{
    /// <summary>
    /// GPIO numbers. Not to be had: 26 to 37 (flash and octal PSRAM), 19 and 20 (USB, the wire protocol), 0, 3, 45 and
    /// 46 (sampled at reset), 22 to 25 (there are none). 43 and 44 are free of the wire protocol; the chip's loader
    /// prints on 43.
    /// </summary>
    public static class Pins
    {
        public const int Heartbeat = 4;

        /// <summary>High while the hardware hears the heartbeat and allows requests.</summary>
        public const int HeartbeatHeard = 5;

        public const int SpiClock = 12;
        public const int SpiMosi = 11;
        public const int SpiMiso = 13;
        public const int LinesSelect = 10;
        public const int ClockSelect = 9;

        // Adapters: COM2 of the swap-pack bus, COM3 of the station link.
        public const int PackBusTx = 17;
        public const int PackBusRx = 16;
        public const int LinkTx = 15;
        public const int LinkRx = 14;
    }
}

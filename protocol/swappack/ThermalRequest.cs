using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// What the pack asks of its thermal system (B2T, 18FF45F4). How its check value is formed is not known: it is not
    /// judged.
    /// </summary>
    public static class ThermalRequest
    {
        public const uint Id = 0x18FF45F4;
        public const int PeriodMs = 1000;

        // Values of Work
        public const int Off = 0;
        public const int Cooling = 1;
        public const int Heating = 2;
        public const int Circulating = 3;

        public const long Work =                   1 +  2 * Bits + Motorola;

        /// <summary>0 high voltage is requested on, 1 off.</summary>
        public const long HighVoltageOffRequest =  3 +  2 * Bits + Motorola;
        public const long Charging =               5 +  2 * Bits + Motorola;
        public const long HighVoltageRelay =       7 +  2 * Bits + Motorola;
        public const long VoltageMv =             15 + 16 * Bits + Motorola + 1000 * Factor;
        public const long SetTemperatureC =       39 +  8 * Bits + Motorola                 - 40 * Offset;
        public const long Life =                  55 +  8 * Bits + Motorola;
        public const long CheckValue =            63 +  8 * Bits + Motorola;
    }
}

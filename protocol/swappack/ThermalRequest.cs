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

        //                                                                start len order            sign   factor
        public static readonly Signal Work = new Signal(                   1,  2, Order.Motorola, false,    1,   0);

        /// <summary>0 high voltage is requested on, 1 off.</summary>
        public static readonly Signal HighVoltageOffRequest = new Signal(  3,  2, Order.Motorola, false,    1,   0);
        public static readonly Signal Charging = new Signal(               5,  2, Order.Motorola, false,    1,   0);
        public static readonly Signal HighVoltageRelay = new Signal(       7,  2, Order.Motorola, false,    1,   0);
        public static readonly Signal VoltageMv = new Signal(             15, 16, Order.Motorola, false, 1000,   0);
        public static readonly Signal SetTemperatureC = new Signal(       39,  8, Order.Motorola, false,    1, -40);
        public static readonly Signal Life = new Signal(                  55,  8, Order.Motorola, false,    1,   0);
        public static readonly Signal CheckValue = new Signal(            63,  8, Order.Motorola, false,    1,   0);
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>
    /// The pack asks to be authorised (BMS_AuthReq, 1889D0F3). Both numbers are wider than an int: read raw.
    /// </summary>
    public static class AuthorisationRequest
    {
        public const uint Id = 0x1889D0F3;
        public const int PeriodMs = 1000;

        //                                                       start len order         sign   factor offset
        public static readonly Signal SerialNumber = new Signal(  0, 32, Order.Intel, false, 1, 0);
        public static readonly Signal Cipher = new Signal(       32, 32, Order.Intel, false, 1, 0);
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>Whether the pack is authorised, and what it limits (BMS_AuthReply, 188AD0F3).</summary>
    public static class AuthorisationReply
    {
        public const uint Id = 0x188AD0F3;
        public const int PeriodMs = 1000;

        // Values of Progress
        public const int Waiting = 1;
        public const int Passed = 2;
        public const int FailedSilence = 3;
        public const int FailedCipher = 4;

        //                                                                  start len order         sign   factor offset
        /// <summary>1 no power, high voltage forbidden; 2 half or no limit: the definition lists it twice.</summary>
        public static readonly Signal FailureHandling = new Signal(          0,  2, Order.Intel, false, 1, 0);
        public static readonly Signal LastResult = new Signal(               2,  3, Order.Intel, false, 1, 0);
        public static readonly Signal Progress = new Signal(                 5,  3, Order.Intel, false, 1, 0);

        /// <summary>Percent left; 101 limp home, 255 invalid.</summary>
        public static readonly Signal DischargeLimit = new Signal(           8,  8, Order.Intel, false, 1, 0);
        public static readonly Signal RegenerativeLimit = new Signal(       16,  8, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeLimit = new Signal(             24,  8, Order.Intel, false, 1, 0);

        /// <summary>1 valid, 2 invalid.</summary>
        public static readonly Signal CommandValid = new Signal(            38,  2, Order.Intel, false, 1, 0);
        public static readonly Signal AnswerNumber = new Signal(            40,  8, Order.Intel, false, 1, 0);
        public static readonly Signal RiskLevel = new Signal(               48,  3, Order.Intel, false, 1, 0);

        /// <summary>
        /// 0 none, 1 cloud, 2 unpaid, 3 and 4 quota, 5 rating, 6 to 8 place, 9 remote limit, 10 remote lock.
        /// </summary>
        public static readonly Signal Reason = new Signal(                  51,  5, Order.Intel, false, 1, 0);
        public static readonly Signal FeedInProhibited = new Signal(        58,  1, Order.Intel, false, 1, 0);
        public static readonly Signal HighVoltageOnProhibited = new Signal( 59,  1, Order.Intel, false, 1, 0);
        public static readonly Signal HighVoltageOffRequested = new Signal( 60,  1, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeLimited = new Signal(           61,  1, Order.Intel, false, 1, 0);
        public static readonly Signal RegenerativeLimited = new Signal(     62,  1, Order.Intel, false, 1, 0);
        public static readonly Signal DischargeLimited = new Signal(        63,  1, Order.Intel, false, 1, 0);
    }
}

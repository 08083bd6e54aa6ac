using static SwapEdge.Protocol.Signal;

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

        /// <summary>1 no power, high voltage forbidden; 2 half or no limit: the definition lists it twice.</summary>
        public const long FailureHandling =          0 + 2 * Bits;
        public const long LastResult =               2 + 3 * Bits;
        public const long Progress =                 5 + 3 * Bits;

        /// <summary>Percent left; 101 limp home, 255 invalid.</summary>
        public const long DischargeLimit =           8 + 8 * Bits;
        public const long RegenerativeLimit =       16 + 8 * Bits;
        public const long ChargeLimit =             24 + 8 * Bits;

        /// <summary>1 valid, 2 invalid.</summary>
        public const long CommandValid =            38 + 2 * Bits;
        public const long AnswerNumber =            40 + 8 * Bits;
        public const long RiskLevel =               48 + 3 * Bits;

        /// <summary>
        /// 0 none, 1 cloud, 2 unpaid, 3 and 4 quota, 5 rating, 6 to 8 place, 9 remote limit, 10 remote lock.
        /// </summary>
        public const long Reason =                  51 + 5 * Bits;
        public const long FeedInProhibited =        58 + 1 * Bits;
        public const long HighVoltageOnProhibited = 59 + 1 * Bits;
        public const long HighVoltageOffRequested = 60 + 1 * Bits;
        public const long ChargeLimited =           61 + 1 * Bits;
        public const long RegenerativeLimited =     62 + 1 * Bits;
        public const long DischargeLimited =        63 + 1 * Bits;
    }
}

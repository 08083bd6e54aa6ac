using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// The pack asks to be authorised (BMS_AuthReq, 1889D0F3). Both numbers are wider than an int: read raw.
    /// </summary>
    public static class AuthorisationRequest
    {
        public const uint Id = 0x1889D0F3;
        public const int PeriodMs = 1000;

        public const long SerialNumber =  0 + 32 * Bits;
        public const long Cipher =       32 + 32 * Bits;
    }
}

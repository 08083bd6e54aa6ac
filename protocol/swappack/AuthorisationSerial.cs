using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Serial number that is authorised (BBOX_AuthReply, 18FDF3D0).</summary>
    public static class AuthorisationSerial
    {
        public const uint Id = 0x18FDF3D0;
        public const int PeriodMs = 1000;

        public const long SerialNumber = 0 + 32 * Bits;
    }
}

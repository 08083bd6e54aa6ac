namespace SwapEdge.Protocol
{
    /// <summary>Cipher text for the pack, eight bytes (BBOX_AuthCtrl, 1803F3D0).</summary>
    public static class AuthorisationText
    {
        public const uint Id = 0x1803F3D0;
        public const int PeriodMs = 1000;

        public const int CipherOffset = 0;
        public const int CipherLength = 8;
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>
    /// What a command asks for: the number of its field in <c>CommandBody</c> of city.proto. For ever, append only.
    /// </summary>
    public enum CommandOperation
    {
        None = 0,
        AuthoriseSwap = 16,
        RequestSwap = 17,
        AbortSwap = 18,
        TakeOutOfService = 19,
        PutIntoService = 20,
        LimitPower = 21,
        ScheduleCharging = 22,
        QuerySnapshot = 23,
        SelfTest = 24,
        RestartWhenIdle = 25,
        ResendBirth = 26,
        ClearIsolation = 27,
        FreeBay = 28,
        ChangeSettings = 29,
        RotateKey = 30,
        Diagnose = 31,
        OfferCertificate = 32,
        UseCertificates = 33,
        Observe = 34,
    }
}

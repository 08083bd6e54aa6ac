using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Relays of the pack: welded, cannot close, open or closed (B2V_ST0, 1880D0F3).</summary>
    public static class PackSt0
    {
        public const uint Id = 0x1880D0F3;
        public const int PeriodMs = 100;

        // Values of the relay signals; 0 is reserved
        public const int Open = 1;
        public const int Closed = 2;
        public const int Invalid = 3;

        public const long SystemIndex =                 0 + 4 * Bits;
        public const long MainPositiveWelded =          4 + 1 * Bits;
        public const long MainNegativeWelded =          5 + 1 * Bits;
        public const long ChargePositive1Welded =       6 + 1 * Bits;
        public const long ChargeNegative1Welded =       7 + 1 * Bits;
        public const long ChargePositive2Welded =       8 + 1 * Bits;
        public const long ChargeNegative2Welded =       9 + 1 * Bits;
        public const long Heating1Welded =             10 + 1 * Bits;
        public const long Heating2Welded =             11 + 1 * Bits;
        public const long MainPositive =               12 + 2 * Bits;
        public const long MainNegative =               14 + 2 * Bits;
        public const long PreCharge =                  16 + 2 * Bits;
        public const long ChargePositive1 =            18 + 2 * Bits;
        public const long ChargeNegative1 =            20 + 2 * Bits;
        public const long ChargePositive2 =            22 + 2 * Bits;
        public const long ChargeNegative2 =            24 + 2 * Bits;
        public const long AccessoryWelded =            26 + 1 * Bits;
        public const long BranchOpen =                 27 + 1 * Bits;
        public const long RegenerativeHighLevel =      28 + 2 * Bits;
        public const long MainPositiveCannotClose =    30 + 1 * Bits;
        public const long MainNegativeCannotClose =    31 + 1 * Bits;
        public const long ChargePositive1CannotClose = 32 + 1 * Bits;
        public const long ChargePositive2CannotClose = 33 + 1 * Bits;
        public const long ChargeNegative1CannotClose = 34 + 1 * Bits;
        public const long ChargeNegative2CannotClose = 35 + 1 * Bits;
        public const long ThermalWelded =              36 + 1 * Bits;
        public const long ThermalCannotClose =         37 + 1 * Bits;

        /// <summary>
        /// Named thermal runaway in the definition, described as a fault of the thermal system: the latter is meant.
        /// </summary>
        public const long ThermalSystemFault =         38 + 1 * Bits;
        public const long SupplyAbnormal =             39 + 1 * Bits;
        public const long SelfProtection =             40 + 1 * Bits;
        public const long ChargeSocketHotLevel =       41 + 2 * Bits;
        public const long PreChargeWelded =            43 + 1 * Bits;
        public const long DcDcRelay =                  44 + 2 * Bits;
        public const long Heating1CannotClose =        46 + 1 * Bits;
        public const long Heating2CannotClose =        47 + 1 * Bits;
        public const long SystemCount =                48 + 4 * Bits;
        public const long Heating2 =                   52 + 2 * Bits;
        public const long Heating1 =                   54 + 2 * Bits;
        public const long FaultCode =                  56 + 8 * Bits;
    }
}

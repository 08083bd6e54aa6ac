using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>State of the pack. Two-bit fields, each with values of its own.</summary>
    public static class Bsm
    {
        public const int Pgn = 0x1300;
        public const int Priority = 6;
        public const int Length = 7;
        public const int PeriodMs = 250;

        // Values of CellVoltage and Charge
        public const int Normal = 0;
        public const int High = 1;
        public const int Low = 2;

        // Value of OverCurrent, OverTemperature, Insulation and Connector; 2 is untrusted
        public const int Abnormal = 1;

        // Values of Permission; 2 is untrusted
        public const int Forbidden = 0;
        public const int Allowed = 1;

        public const long MaxCellNumber =        0 + 8 * Bits + 1 * Offset;
        public const long MaxTemperatureC =      8 + 8 * Bits - 50 * Offset;
        public const long MaxTemperatureProbe = 16 + 8 * Bits + 1 * Offset;
        public const long MinTemperatureC =     24 + 8 * Bits - 50 * Offset;
        public const long MinTemperatureProbe = 32 + 8 * Bits + 1 * Offset;
        public const long CellVoltage =         40 + 2 * Bits;
        public const long Charge =              42 + 2 * Bits;
        public const long OverCurrent =         44 + 2 * Bits;
        public const long OverTemperature =     46 + 2 * Bits;
        public const long Insulation =          48 + 2 * Bits;
        public const long Connector =           50 + 2 * Bits;
        public const long Permission =          52 + 2 * Bits;
    }
}

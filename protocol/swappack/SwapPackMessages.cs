namespace SwapEdge.Protocol
{
    /// <summary>
    /// The messages of the swap-pack bus, one row each, in the order of <see cref="SwapPackMessage"/>.
    /// </summary>
    public static class SwapPackMessages
    {
        /// <summary>Every frame of this bus has 8 bytes.</summary>
        public const int Length = 8;

        /// <summary>BMS of the pack.</summary>
        public const int BmsAddress = 0xF3;

        /// <summary>Vehicle controller.</summary>
        public const int VehicleAddress = 0xD0;

        /// <summary>Swap controller of the vehicle: lock and connector.</summary>
        public const int SwapControllerAddress = 0xA7;

        /// <summary>A message is stale after this many periods without it.</summary>
        public const int StalePeriods = 3;

        //                                              name     id            period              counter    checksum
        //                                                                                        (start, length, wrap)
        public static readonly SwapPackRow[] Rows =
        {
            new SwapPackRow(SwapPackMessage.None,      "none",  0,            0,                  0, 0,   0, false),
            new SwapPackRow(SwapPackMessage.Lock,      "P2B",   LockFrame.Id, LockFrame.PeriodMs, 0, 8, 256, false),
            new SwapPackRow(SwapPackMessage.Vin,       "VIN",   VinFrame.Id,  VinFrame.PeriodMs,  0, 0,   0, false),
            new SwapPackRow(SwapPackMessage.St0,       "ST0",   PackSt0.Id,   PackSt0.PeriodMs,   0, 0,   0, false),
            new SwapPackRow(SwapPackMessage.St1,       "ST1",   PackSt1.Id,   PackSt1.PeriodMs,   8, 4,  15, true),
            new SwapPackRow(SwapPackMessage.St2,       "ST2",   PackSt2.Id,   PackSt2.PeriodMs,   0, 0,   0, false),
            new SwapPackRow(SwapPackMessage.St3,       "ST3",   PackSt3.Id,   PackSt3.PeriodMs,   0, 0,   0, false),
            new SwapPackRow(SwapPackMessage.St4,       "ST4",   PackSt4.Id,   PackSt4.PeriodMs,   0, 0,   0, false),
            new SwapPackRow(SwapPackMessage.PackCode1, "CODE1", PackCode.Id1, PackCode.PeriodMs,  0, 0,   0, true),
            new SwapPackRow(SwapPackMessage.PackCode2, "CODE2", PackCode.Id2, PackCode.PeriodMs,  0, 0,   0, true),
            new SwapPackRow(SwapPackMessage.PackCode3, "CODE3", PackCode.Id3, PackCode.PeriodMs,  0, 0,   0, true),
            new SwapPackRow(SwapPackMessage.PackCode4, "CODE4", PackCode.Id4, PackCode.PeriodMs,  0, 0,   0, true),
        };

        /// <summary>XOR of bytes 1 to 7, as byte 0 carries it where a frame has a checksum.</summary>
        public static byte Checksum(byte[] data)
        {
            int sum = 0;
            for (int i = 1; i < Length; i++)
            {
                sum ^= data[i];
            }

            return (byte)sum;
        }
    }
}

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

        /// <summary>Thermal system of the pack, and the BMS where it speaks to it.</summary>
        public const int ThermalAddress = 0x3A;
        public const int ThermalBmsAddress = 0xF4;

        /// <summary>A message is stale after this many periods without it.</summary>
        public const int StalePeriods = 3;

        /// <summary>A life counter has stopped after more than so many equal frames.</summary>
        public const int FrozenFrames = 3;

        public static readonly SwapPackRow[] Rows =
        {
            // message, id, period; life counter (start, length, wrap; length 0: none), checksum
            new SwapPackRow(SwapPackMessage.None, 0, 0),
            new SwapPackRow(SwapPackMessage.Lock, LockFrame.Id, LockFrame.PeriodMs, 0, 8, 256, false),
            new SwapPackRow(SwapPackMessage.Vin, VinFrame.Id, VinFrame.PeriodMs),
            new SwapPackRow(SwapPackMessage.St0, PackSt0.Id, PackSt0.PeriodMs),
            new SwapPackRow(SwapPackMessage.St1, PackSt1.Id, PackSt1.PeriodMs, 8, 4, 15, true),
            new SwapPackRow(SwapPackMessage.St2, PackSt2.Id, PackSt2.PeriodMs),
            new SwapPackRow(SwapPackMessage.St3, PackSt3.Id, PackSt3.PeriodMs),
            new SwapPackRow(SwapPackMessage.St4, PackSt4.Id, PackSt4.PeriodMs),
            new SwapPackRow(SwapPackMessage.PackCode1, PackCode.Id1, PackCode.PeriodMs, 0, 0, 0, true),
            new SwapPackRow(SwapPackMessage.PackCode2, PackCode.Id2, PackCode.PeriodMs, 0, 0, 0, true),
            new SwapPackRow(SwapPackMessage.PackCode3, PackCode.Id3, PackCode.PeriodMs, 0, 0, 0, true),
            new SwapPackRow(SwapPackMessage.PackCode4, PackCode.Id4, PackCode.PeriodMs, 0, 0, 0, true),
            new SwapPackRow(SwapPackMessage.Command, VehicleCommand.Id, VehicleCommand.PeriodMs, 8, 4, 15, true),
            new SwapPackRow(SwapPackMessage.Bmu, PackBmu.Id, PackBmu.PeriodMs),
            new SwapPackRow(SwapPackMessage.St5, PackSt5.Id, PackSt5.PeriodMs),
            new SwapPackRow(SwapPackMessage.St6, PackSt6.Id, PackSt6.PeriodMs),
            new SwapPackRow(SwapPackMessage.St7, PackSt7.Id, PackSt7.PeriodMs),
            new SwapPackRow(SwapPackMessage.St8, PackSt8.Id, PackSt8.PeriodMs),
            new SwapPackRow(SwapPackMessage.St11, PackSt11.Id, PackSt11.PeriodMs),
            new SwapPackRow(SwapPackMessage.St12, PackSt12.Id, PackSt12.PeriodMs),
            new SwapPackRow(SwapPackMessage.St14, PackSt14.Id, PackSt14.PeriodMs),
            new SwapPackRow(SwapPackMessage.St15, PackSt15.Id, PackSt15.PeriodMs),
            new SwapPackRow(SwapPackMessage.Cells1, CellVoltages.Id, CellVoltages.PeriodMs),
            new SwapPackRow(SwapPackMessage.Cells2, CellVoltages.Id2, CellVoltages.PeriodMs),
            new SwapPackRow(SwapPackMessage.Temperatures, CellTemperatures.Id, CellTemperatures.PeriodMs),
            new SwapPackRow(SwapPackMessage.Info2, PackInfo2.Id, PackInfo2.PeriodMs),
            new SwapPackRow(SwapPackMessage.Info3, PackInfo3.Id, PackInfo3.PeriodMs),
            new SwapPackRow(SwapPackMessage.Info4, PackInfo4.Id, PackInfo4.PeriodMs),
            new SwapPackRow(SwapPackMessage.Battery1, BatteryInfo1.Id, BatteryInfo1.PeriodMs),
            new SwapPackRow(SwapPackMessage.Battery2, BatteryInfo2.Id, BatteryInfo2.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy1, Energy1.Id, Energy1.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy2, Energy2.Id, Energy2.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy3, Energy3.Id, Energy3.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy4, Energy4.Id, Energy4.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy5, Energy5.Id, Energy5.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy6, Energy6.Id, Energy6.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy7, Energy7.Id, Energy7.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy8, Energy8.Id, Energy8.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy9, Energy9.Id, Energy9.PeriodMs),
            new SwapPackRow(SwapPackMessage.Energy10, Energy10.Id, Energy10.PeriodMs),
            new SwapPackRow(SwapPackMessage.Fault, PackFault.Id, PackFault.PeriodMs),
            new SwapPackRow(SwapPackMessage.ThermalRequest, ThermalRequest.Id,
                ThermalRequest.PeriodMs, 48, 8, 256, false),
            new SwapPackRow(SwapPackMessage.ThermalAnswer, ThermalAnswer.Id, ThermalAnswer.PeriodMs),
            new SwapPackRow(SwapPackMessage.AuthorisationRequest, AuthorisationRequest.Id,
                AuthorisationRequest.PeriodMs),
            new SwapPackRow(SwapPackMessage.AuthorisationText, AuthorisationText.Id, AuthorisationText.PeriodMs),
            new SwapPackRow(SwapPackMessage.AuthorisationSerial, AuthorisationSerial.Id, AuthorisationSerial.PeriodMs),
            new SwapPackRow(SwapPackMessage.AuthorisationReply, AuthorisationReply.Id, AuthorisationReply.PeriodMs),
            new SwapPackRow(SwapPackMessage.ConnectorTemperatures, ConnectorTemperatures.Id,
                ConnectorTemperatures.PeriodMs),
        };

        /// <summary>XOR of bytes 1 to 7, as byte 0 carries it where a frame has a checksum.</summary>
        public static byte Checksum(byte[] data)
        {
            return (byte)(data[1] ^ data[2] ^ data[3] ^ data[4] ^ data[5] ^ data[6] ^ data[7]);
        }
    }
}

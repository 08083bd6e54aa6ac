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
            // message, name, id, period, life counter (start, length, wrap; length 0: none), checksum
            new SwapPackRow(SwapPackMessage.None, "none", 0, 0, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Lock, "P2B", LockFrame.Id, LockFrame.PeriodMs, 0, 8, 256, false),
            new SwapPackRow(SwapPackMessage.Vin, "VIN", VinFrame.Id, VinFrame.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St0, "ST0", PackSt0.Id, PackSt0.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St1, "ST1", PackSt1.Id, PackSt1.PeriodMs, 8, 4, 15, true),
            new SwapPackRow(SwapPackMessage.St2, "ST2", PackSt2.Id, PackSt2.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St3, "ST3", PackSt3.Id, PackSt3.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St4, "ST4", PackSt4.Id, PackSt4.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.PackCode1, "CODE1", PackCode.Id1, PackCode.PeriodMs, 0, 0, 0, true),
            new SwapPackRow(SwapPackMessage.PackCode2, "CODE2", PackCode.Id2, PackCode.PeriodMs, 0, 0, 0, true),
            new SwapPackRow(SwapPackMessage.PackCode3, "CODE3", PackCode.Id3, PackCode.PeriodMs, 0, 0, 0, true),
            new SwapPackRow(SwapPackMessage.PackCode4, "CODE4", PackCode.Id4, PackCode.PeriodMs, 0, 0, 0, true),
            new SwapPackRow(SwapPackMessage.Command, "CMD", VehicleCommand.Id, VehicleCommand.PeriodMs, 8, 4, 15, true),
            new SwapPackRow(SwapPackMessage.Bmu, "BMU", PackBmu.Id, PackBmu.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St5, "ST5", PackSt5.Id, PackSt5.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St6, "ST6", PackSt6.Id, PackSt6.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St7, "ST7", PackSt7.Id, PackSt7.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St8, "ST8", PackSt8.Id, PackSt8.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St11, "ST11", PackSt11.Id, PackSt11.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St12, "ST12", PackSt12.Id, PackSt12.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St14, "ST14", PackSt14.Id, PackSt14.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.St15, "ST15", PackSt15.Id, PackSt15.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Cells1, "UCELL", CellVoltages.Id, CellVoltages.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Cells2, "UCELL1", CellVoltages.Id2, CellVoltages.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Temperatures, "TEMP", CellTemperatures.Id,
                CellTemperatures.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Info2, "INFO2", PackInfo2.Id, PackInfo2.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Info3, "INFO3", PackInfo3.Id, PackInfo3.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Info4, "INFO4", PackInfo4.Id, PackInfo4.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Battery1, "BATT1", BatteryInfo1.Id, BatteryInfo1.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Battery2, "BATT2", BatteryInfo2.Id, BatteryInfo2.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy1, "EGY1", Energy1.Id, Energy1.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy2, "EGY2", Energy2.Id, Energy2.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy3, "EGY3", Energy3.Id, Energy3.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy4, "EGY4", Energy4.Id, Energy4.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy5, "EGY5", Energy5.Id, Energy5.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy6, "EGY6", Energy6.Id, Energy6.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy7, "EGY7", Energy7.Id, Energy7.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy8, "EGY8", Energy8.Id, Energy8.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy9, "EGY9", Energy9.Id, Energy9.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Energy10, "EGY10", Energy10.Id, Energy10.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.Fault, "FAULT", PackFault.Id, PackFault.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.ThermalRequest, "B2T", ThermalRequest.Id,
                ThermalRequest.PeriodMs, 48, 8, 256, false),
            new SwapPackRow(SwapPackMessage.ThermalAnswer, "T2B", ThermalAnswer.Id,
                ThermalAnswer.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.AuthorisationRequest, "AUTHREQ", AuthorisationRequest.Id,
                AuthorisationRequest.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.AuthorisationText, "AUTHTEXT", AuthorisationText.Id,
                AuthorisationText.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.AuthorisationSerial, "AUTHSER", AuthorisationSerial.Id,
                AuthorisationSerial.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.AuthorisationReply, "AUTHREP", AuthorisationReply.Id,
                AuthorisationReply.PeriodMs, 0, 0, 0, false),
            new SwapPackRow(SwapPackMessage.ConnectorTemperatures, "CONTEMP", ConnectorTemperatures.Id,
                ConnectorTemperatures.PeriodMs, 0, 0, 0, false),
        };

        /// <summary>XOR of bytes 1 to 7, as byte 0 carries it where a frame has a checksum.</summary>
        public static byte Checksum(byte[] data)
        {
            return (byte)(data[1] ^ data[2] ^ data[3] ^ data[4] ^ data[5] ^ data[6] ^ data[7]);
        }
    }
}

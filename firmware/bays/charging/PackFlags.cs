using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What the BMS last said for certain about its pack (BSM, bytes 6 and 7).</summary>
    public sealed class PackFlags
    {
        /// <summary>Bsm.Normal, High or Low.</summary>
        public int CellVoltage;
        public int Charge;

        /// <summary>The last BSM had other bytes than the one before.</summary>
        public bool Changed;

        /// <summary>1 when abnormal.</summary>
        public int OverCurrent;
        public int OverTemperature;
        public int Insulation;
        public int Connector;

        /// <summary>Bsm.Allowed or Forbidden.</summary>
        public int Permission = Bsm.Allowed;

        private int _bytes = -1;

        public bool IsNormal
        {
            get
            {
                return (CellVoltage | Charge | OverCurrent | OverTemperature | Insulation | Connector) == 0;
            }
        }

        public void Accept(byte[] bsm)
        {
            int bytes = bsm[5] | (bsm[6] << 8);
            Changed = bytes != _bytes;
            if (!Changed)
            {
                return;
            }

            _bytes = bytes;
            CellVoltage = KeepLevel(CellVoltage, Bsm.CellVoltage.Raw(bsm));
            Charge = KeepLevel(Charge, Bsm.Charge.Raw(bsm));
            OverCurrent = TwoBits.Keep(OverCurrent, Bsm.OverCurrent.Raw(bsm));
            OverTemperature = TwoBits.Keep(OverTemperature, Bsm.OverTemperature.Raw(bsm));
            Insulation = TwoBits.Keep(Insulation, Bsm.Insulation.Raw(bsm));
            Connector = TwoBits.Keep(Connector, Bsm.Connector.Raw(bsm));
            Permission = TwoBits.Keep(Permission, Bsm.Permission.Raw(bsm));
        }

        public void Reset()
        {
            _bytes = -1;
            CellVoltage = Bsm.Normal;
            Charge = Bsm.Normal;
            OverCurrent = 0;
            OverTemperature = 0;
            Insulation = 0;
            Connector = 0;
            Permission = Bsm.Allowed;
        }

        // Here 2 is a value (low); 3 is not used.
        private static int KeepLevel(int previous, uint raw)
        {
            return raw <= Bsm.Low ? (int)raw : previous;
        }
    }
}

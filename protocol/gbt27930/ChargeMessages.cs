namespace SwapEdge.Protocol
{
    /// <summary>
    /// The messages of GB/T 27930-2015, one row each, in the order of <see cref="ChargeMessage"/>. Charger and BMS have
    /// fixed addresses, so two charging packs cannot share a bus.
    /// </summary>
    public static class ChargeMessages
    {
        public const int ChargerAddress = 0x56;
        public const int BmsAddress = 0xF4;

        /// <summary>A message is stale after this many periods without it.</summary>
        public const int StalePeriods = 3;

        /// <summary>Kept of a message whose layout is not known; longer ones are refused.</summary>
        private const int RawLength = 64;

        public static readonly ChargeRow[] Rows =
        {
            // message, name, PGN, priority, shortest, longest, period, from the charger, over transport
            new ChargeRow(ChargeMessage.None, "none", 0, 0, 0, 0, 0, false, false),
            new ChargeRow(ChargeMessage.Chm, "CHM", Chm.Pgn, Chm.Priority, Chm.Length, Chm.Length,
                Chm.PeriodMs, true, false),
            new ChargeRow(ChargeMessage.Bhm, "BHM", Bhm.Pgn, Bhm.Priority, Bhm.Length, Bhm.Length,
                Bhm.PeriodMs, false, false),
            new ChargeRow(ChargeMessage.Crm, "CRM", Crm.Pgn, Crm.Priority, Crm.Length, Crm.Length,
                Crm.PeriodMs, true, false),
            new ChargeRow(ChargeMessage.Brm, "BRM", Brm.Pgn, Brm.Priority, Brm.MinLength, Brm.Length,
                Brm.PeriodMs, false, true),
            new ChargeRow(ChargeMessage.Bcp, "BCP", Bcp.Pgn, Bcp.Priority, Bcp.Length, Bcp.Length,
                Bcp.PeriodMs, false, true),
            new ChargeRow(ChargeMessage.Cts, "CTS", Cts.Pgn, Cts.Priority, Cts.Length, Cts.Length,
                Cts.PeriodMs, true, false),
            new ChargeRow(ChargeMessage.Cml, "CML", Cml.Pgn, Cml.Priority, Cml.MinLength, Cml.Length,
                Cml.PeriodMs, true, false),
            new ChargeRow(ChargeMessage.Bro, "BRO", Bro.Pgn, Bro.Priority, Bro.Length, Bro.Length,
                Bro.PeriodMs, false, false),
            new ChargeRow(ChargeMessage.Cro, "CRO", Cro.Pgn, Cro.Priority, Cro.Length, Cro.Length,
                Cro.PeriodMs, true, false),
            new ChargeRow(ChargeMessage.Bcl, "BCL", Bcl.Pgn, Bcl.Priority, Bcl.Length, Bcl.Length,
                Bcl.PeriodMs, false, false),
            new ChargeRow(ChargeMessage.Bcs, "BCS", Bcs.Pgn, Bcs.Priority, Bcs.Length, Bcs.Length,
                Bcs.PeriodMs, false, true),
            new ChargeRow(ChargeMessage.Ccs, "CCS", Ccs.Pgn, Ccs.Priority, Ccs.MinLength, Ccs.MaxLength,
                Ccs.PeriodMs, true, false),
            new ChargeRow(ChargeMessage.Bsm, "BSM", Bsm.Pgn, Bsm.Priority, Bsm.Length, Bsm.Length,
                Bsm.PeriodMs, false, false),
            new ChargeRow(ChargeMessage.Bmv, "BMV", Bmv.Pgn, Bmv.Priority, 1, Bmv.MaxLength,
                Bmv.PeriodMs, false, true),
            new ChargeRow(ChargeMessage.Bmt, "BMT", Bmt.Pgn, Bmt.Priority, 1, Bmt.MaxLength,
                Bmt.PeriodMs, false, true),
            new ChargeRow(ChargeMessage.Bsp, "BSP", Bsp.Pgn, Bsp.Priority, 1, Bsp.MaxLength,
                Bsp.PeriodMs, false, true),
            new ChargeRow(ChargeMessage.Bst, "BST", Bst.Pgn, Bst.Priority, Bst.Length, Bst.Length,
                Bst.PeriodMs, false, false),
            new ChargeRow(ChargeMessage.Cst, "CST", Cst.Pgn, Cst.Priority, Cst.Length, Cst.Length,
                Cst.PeriodMs, true, false),
            new ChargeRow(ChargeMessage.Bsd, "BSD", Bsd.Pgn, Bsd.Priority, Bsd.Length, Bsd.Length,
                Bsd.PeriodMs, false, false),
            new ChargeRow(ChargeMessage.Csd, "CSD", Csd.Pgn, Csd.Priority, Csd.Length, Csd.Length,
                Csd.PeriodMs, true, false),
            new ChargeRow(ChargeMessage.Bem, "BEM", Bem.Pgn, Bem.Priority, Bem.Length, Bem.MaxLength,
                Bem.PeriodMs, false, false),
            new ChargeRow(ChargeMessage.Cem, "CEM", Cem.Pgn, Cem.Priority, Cem.Length, Cem.MaxLength,
                Cem.PeriodMs, true, false),

            // Recognised and kept as they came: message, name, PGN, priority, longest, from the charger, from either
            new ChargeRow(ChargeMessage.Dm1, "DM1", 0x2000, 6, RawLength, true, true),
            new ChargeRow(ChargeMessage.Dm2, "DM2", 0x2100, 6, RawLength, true, true),
            new ChargeRow(ChargeMessage.Dm3, "DM3", 0x2200, 6, RawLength, true, true),
            new ChargeRow(ChargeMessage.Dm4, "DM4", 0x2300, 6, RawLength, true, true),
            new ChargeRow(ChargeMessage.Dm5, "DM5", 0x2400, 6, RawLength, true, true),
            new ChargeRow(ChargeMessage.Dm6, "DM6", 0x2500, 6, RawLength, true, true),
            new ChargeRow(ChargeMessage.Cfc, "CFC", Cfc.Pgn, Cfc.Priority, Cfc.MaxLength, true, false),
            new ChargeRow(ChargeMessage.Bfc, "BFC", 0x3100, 6, RawLength, false, false),
            new ChargeRow(ChargeMessage.ChangeGunsRequest, "ChangeGunsRequest", 0x5700, 6, RawLength, true, false),
            new ChargeRow(ChargeMessage.ChangeGunsState, "ChangeGunsState", 0x5800, 6, RawLength, false, false),
            new ChargeRow(ChargeMessage.GunsCurrent, "GunsCurr", 0x5900, 6, RawLength, true, false),
            new ChargeRow(ChargeMessage.PackInsulationRequest, "PackInsuRequest", 0x5500, 6, RawLength, true, false),
            new ChargeRow(ChargeMessage.PackInsulationState, "PackInsuState", 0x5600, 6, RawLength, false, false),
            new ChargeRow(ChargeMessage.SpecialRequest, "SpecialRequest", 0x6100, 6, RawLength, true, false),
            new ChargeRow(ChargeMessage.SpecialState, "SpecialState", 0x6200, 6, RawLength, false, false),
            new ChargeRow(ChargeMessage.Cdc, "CDC", 0x2800, 6, RawLength, true, false),
            new ChargeRow(ChargeMessage.Bdc, "BDC", 0x2900, 7, RawLength, false, false),
            new ChargeRow(ChargeMessage.Bcpp, "BCPP", 0x3000, 6, RawLength, false, false),
            new ChargeRow(ChargeMessage.Cmlp, "CMLP", 0x3100, 6, RawLength, true, false),
            new ChargeRow(ChargeMessage.Ccd, "CCD", 0x3200, 6, RawLength, true, false),
            new ChargeRow(ChargeMessage.Csdp, "CSDP", 0x3300, 6, RawLength, true, false),
            new ChargeRow(ChargeMessage.Bcsp, "BCSP", 0x3400, 7, RawLength, false, false),
        };

        public static ChargeRow Row(ChargeMessage message)
        {
            return Rows[(int)message];
        }

        /// <summary>The row of a PGN sent by the charger, or else by the BMS; of the other side; or null.</summary>
        public static ChargeRow Find(int pgn, bool fromCharger)
        {
            ChargeRow other = null;
            for (int i = 1; i < Rows.Length; i++)
            {
                if (Rows[i].Pgn == pgn)
                {
                    if (Rows[i].IsFrom(fromCharger))
                    {
                        return Rows[i];
                    }

                    other = Rows[i];
                }
            }

            return other;
        }
    }
}

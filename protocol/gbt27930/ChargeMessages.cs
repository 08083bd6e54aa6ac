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

        /// <summary>
        /// Cell voltages, temperatures and a reserved list: kept as they came, for 256 cells and 128 probes.
        /// </summary>
        public const int BmvPgn = 0x1500;
        public const int BmtPgn = 0x1600;
        public const int BspPgn = 0x1700;
        public const int BmvMaxLength = 512;
        public const int BmtMaxLength = 128;
        public const int BspMaxLength = 64;
        public const int ListPriority = 7;
        public const int ListPeriodMs = 10000;

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
            new ChargeRow(ChargeMessage.Bmv, "BMV", BmvPgn, ListPriority, 1, BmvMaxLength, ListPeriodMs, false, true),
            new ChargeRow(ChargeMessage.Bmt, "BMT", BmtPgn, ListPriority, 1, BmtMaxLength, ListPeriodMs, false, true),
            new ChargeRow(ChargeMessage.Bsp, "BSP", BspPgn, ListPriority, 1, BspMaxLength, ListPeriodMs, false, true),
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
        };

        public static ChargeRow Row(ChargeMessage message)
        {
            return Rows[(int)message];
        }
    }
}

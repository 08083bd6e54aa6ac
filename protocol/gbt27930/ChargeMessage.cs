namespace SwapEdge.Protocol
{
    /// <summary>
    /// Messages of GB/T 27930-2015 in the order of a charge, then diagnostics, then a swap-station dialect. Numbers
    /// are for ever; append only.
    /// </summary>
    public enum ChargeMessage
    {
        None = 0,
        Chm = 1,
        Bhm = 2,
        Crm = 3,
        Brm = 4,
        Bcp = 5,
        Cts = 6,
        Cml = 7,
        Bro = 8,
        Cro = 9,
        Bcl = 10,
        Bcs = 11,
        Ccs = 12,
        Bsm = 13,
        Bmv = 14,
        Bmt = 15,
        Bsp = 16,
        Bst = 17,
        Cst = 18,
        Bsd = 19,
        Csd = 20,
        Bem = 21,
        Cem = 22,

        // Diagnostics, of either side
        Dm1 = 23,
        Dm2 = 24,
        Dm3 = 25,
        Dm4 = 26,
        Dm5 = 27,
        Dm6 = 28,

        // Swap-station dialect
        Cfc = 29,
        Bfc = 30,
        ChangeGunsRequest = 31,
        ChangeGunsState = 32,
        GunsCurrent = 33,
        PackInsulationRequest = 34,
        PackInsulationState = 35,
        SpecialRequest = 36,
        SpecialState = 37,
        Cdc = 38,
        Bdc = 39,
        Bcpp = 40,
        Cmlp = 41,
        Ccd = 42,
        Csdp = 43,
        Bcsp = 44,
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>Messages of GB/T 27930-2015, in the order of a charge. Numbers are for ever; append only.</summary>
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
    }
}

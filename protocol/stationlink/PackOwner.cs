namespace SwapEdge.Protocol
{
    /// <summary>Whose a pack is, as its BMS says (BRM byte 23: 0 leased, 1 owned). For ever, append only.</summary>
    public enum PackOwner
    {
        Unknown = 0,
        Leased = 1,
        Owned = 2,
    }
}

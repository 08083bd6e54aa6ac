namespace SwapEdge.Protocol
{
    /// <summary>What a battery is made of, by the letter of its code: A = 1 to G = 7, Z other.</summary>
    public enum BatteryChemistry
    {
        Unknown = 0,
        NickelMetalHydride = 1,
        LithiumIronPhosphate = 2,
        LithiumManganese = 3,
        LithiumCobalt = 4,
        Ternary = 5,
        SuperCapacitor = 6,
        LithiumTitanate = 7,
        Other = 8,
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>
    /// A wheel loader in a mine: no VIN and no plate, its identity is a tag of its own; four lock points; a hot pit.
    /// </summary>
    public static class WheelLoader
    {
        public static SwapProfile Profile()
        {
            SwapProfile profile = TopLiftTruck.Profile();
            profile.Name = "wheel-loader";
            profile.InterfaceId = 4;
            profile.IdentityByVin = false;
            profile.LockPoints = 4;
            profile.TemperatureLimitC = 60;
            profile.SwapLimitMs = 600000;
            return profile;
        }
    }
}

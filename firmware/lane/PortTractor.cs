namespace SwapEdge.Firmware
{
    /// <summary>
    /// A tractor in a port: two lock points, packs kept in turnover (less charge will do), salt air (more insulation is
    /// asked for).
    /// </summary>
    public static class PortTractor
    {
        public static SwapProfile Profile()
        {
            SwapProfile profile = TopLiftTruck.Profile();
            profile.Name = "port-tractor";
            profile.LockPoints = 2;
            profile.TargetChargePermille = 800;
            profile.InsulationOhmPerVolt = 500;
            return profile;
        }
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>The profiles of vehicles with a hoist, for a program that reads which one its settings name.</summary>
    public static class LaneProfiles
    {
        public static SwapProfile[] All()
        {
            return new SwapProfile[]
            {
                TopLiftTruck.Profile(), TopLiftTruck.WithPacks(2), TopLiftTruck.WithPacks(3),
                TopLiftTruck.WithPacks(4), BottomSwapCar.Profile(), WheelLoader.Profile(), PortTractor.Profile(),
            };
        }
    }
}

namespace SwapEdge.Simulator;

/// <summary>What a wrong sensor makes of a level.</summary>
public static class SensorFaults
{
    public static bool Of(this SensorFault fault, bool level, Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return fault switch
        {
            SensorFault.StuckOff => false,
            SensorFault.StuckOn => true,
            SensorFault.Flipped => !level,
            _ => random.Between(0, 1) == 1,
        };
    }
}

using SwapEdge.Simulator;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Stand-in: which pin a function of the chip is on. Ports and buses do not look at it.</summary>
public class Configuration
{
    public static void SetPinFunction(int pin, DeviceFunction value) => Bench.InUse.Assign(pin, (int)value);
}

using SwapEdge.Simulator;

namespace System.Device.Gpio;

/// <summary>Pins of the bench in use. A pin is opened once.</summary>
public sealed class GpioController
{
    private readonly Bench _bench = Bench.InUse;
    private readonly HashSet<int> _open = [];

    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        if (!_open.Add(pinNumber))
        {
            throw new InvalidOperationException($"Pin {pinNumber} is open.");
        }

        return new GpioPin(_bench, pinNumber, mode);
    }
}

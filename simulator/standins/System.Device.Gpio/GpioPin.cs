using SwapEdge.Simulator;

namespace System.Device.Gpio;

/// <summary>One pin. As on the device an output begins low, and writing to an input does nothing.</summary>
public sealed class GpioPin
{
    private readonly PinWire _wire;
    private readonly bool _output;

    internal GpioPin(PinWire wire, PinMode mode)
    {
        _wire = wire;
        _output = mode == PinMode.Output;
        _wire.Pull = mode == PinMode.InputPullUp;
        _wire.Driven = _output ? false : null;
    }

    public PinValue Read() => _wire.Level;

    public void Write(PinValue value)
    {
        if (_output)
        {
            _wire.Driven = (bool)value;
        }
    }

    public void Toggle() => Write(!_wire.Level);
}

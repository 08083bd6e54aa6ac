using SwapEdge.Simulator;

namespace System.Device.Gpio;

/// <summary>One pin. As on the device an output begins low, and writing to an input does nothing.</summary>
public sealed class GpioPin
{
    private readonly Bench _bench;
    private readonly PinWire _wire;
    private readonly bool _output;

    internal GpioPin(Bench bench, int number, PinMode mode)
    {
        _bench = bench;
        _output = mode == PinMode.Output;
        lock (_bench.Gate)
        {
            _wire = bench.Pin(number);
            _wire.Pull = mode == PinMode.InputPullUp;
            _wire.WantsPull = mode is PinMode.InputPullUp or PinMode.InputPullDown;
            _wire.Driven = _output ? false : null;
        }
    }

    public PinValue Read()
    {
        lock (_bench.Interpreter)
        {
            lock (_bench.Gate)
            {
                return _wire.Level;
            }
        }
    }

    public void Write(PinValue value)
    {
        lock (_bench.Interpreter)
        {
            lock (_bench.Gate)
            {
                if (_output)
                {
                    _wire.Driven = (bool)value;
                }
            }
        }
    }

    public void Toggle() => Write(!(bool)Read());
}

namespace System.Device.Gpio;

public readonly struct PinValue
{
    private readonly bool _high;

    private PinValue(bool high)
    {
        _high = high;
    }

    public static PinValue High => new(true);

    public static PinValue Low => new(false);

    public static implicit operator PinValue(bool value) => new(value);

    public static explicit operator bool(PinValue value) => value._high;
}

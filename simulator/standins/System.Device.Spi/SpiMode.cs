namespace System.Device.Spi;

/// <summary>Level of the clock at rest (bit 1), and whether its second edge samples (bit 0).</summary>
public enum SpiMode
{
    Mode0 = 0,
    Mode1 = 1,
    Mode2 = 2,
    Mode3 = 3,
}

namespace System.Device.Spi;

/// <summary>Stand-in. The bench moves whole bytes, so it makes no difference there.</summary>
public enum SpiMode
{
    Mode0 = 0,
    Mode1 = 1,
}

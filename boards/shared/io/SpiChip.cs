using System.Device.Spi;

namespace SwapEdge.Boards
{
    /// <summary>A chip select of an SPI bus. Both chips here take mode 0 and up to 10 MHz.</summary>
    public static class SpiChip
    {
        private const int ClockHz = 10000000;

        public static SpiDevice Open(int bus, int chipSelect)
        {
            SpiConnectionSettings settings = new SpiConnectionSettings(bus, chipSelect);
            settings.ClockFrequency = ClockHz;
            return SpiDevice.Create(settings);
        }
    }
}

using System.Device.Spi;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A chip select of an SPI bus. On an ESP32 the runtime sets a bus up for the first that is opened: mode and clock
    /// of the others have no effect, and a fourth is refused. So all chips have mode 3 and 4 MHz, which an MCP2515, an
    /// MCP23S17 and a DS3234 take.
    /// </summary>
    public static class SpiChip
    {
        private const int ClockHz = 4000000;

        public static SpiDevice Open(int bus, int chipSelect)
        {
            SpiConnectionSettings settings = new SpiConnectionSettings(bus, chipSelect);
            settings.ClockFrequency = ClockHz;
            settings.Mode = SpiMode.Mode3;
            return SpiDevice.Create(settings);
        }
    }
}

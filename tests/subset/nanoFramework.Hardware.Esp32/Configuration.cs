namespace nanoFramework.Hardware.Esp32
{
    public class Configuration
    {
        internal extern Configuration();
        public static extern void SetPinFunction(int pin, DeviceFunction value);
    }

    public enum DeviceFunction
    {
        SPI1_MOSI = 65792,
        SPI1_MISO = 65793,
        SPI1_CLOCK = 65794,
        COM2_TX = 197120,
        COM2_RX = 197121,
        COM3_TX = 197376,
        COM3_RX = 197377,
    }
}

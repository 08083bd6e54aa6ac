[assembly: System.Reflection.AssemblyVersion("1.3.89.0")]

namespace System.Device.Spi
{
    public sealed class SpiConnectionSettings
    {
        public extern SpiConnectionSettings(int busId, int chipSelectLine);
        public extern int ClockFrequency { get; set; }
        public extern SpiMode Mode { get; set; }
    }

    public enum SpiMode { Mode3 = 3 }

    public class SpiDevice
    {
        internal extern SpiDevice();
        public static extern SpiDevice Create(SpiConnectionSettings settings);
        public extern void WriteByte(byte value);
        public extern void Write(SpanByte buffer);
        public extern void TransferFullDuplex(SpanByte writeBuffer, SpanByte readBuffer);
    }
}

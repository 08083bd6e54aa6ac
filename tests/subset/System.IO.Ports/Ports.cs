[assembly: System.Reflection.AssemblyVersion("1.1.139.0")]

namespace System.IO.Ports
{
    public enum Parity { None = 0 }

    public enum SerialMode { RS485 = 1 }

    public sealed class SerialPort
    {
        public extern SerialPort(string portName, int baudRate, Parity parity, int dataBits, StopBits stopBits);
        public extern SerialMode Mode { get; set; }
        public extern int BytesToRead { get; }
        public extern int ReadBufferSize { get; set; }
        public extern void Open();
        public extern void Close();
        public extern int Read(byte[] buffer, int offset, int count);
        public extern void Write(byte[] buffer, int offset, int count);
    }

    public enum StopBits { One = 1 }
}

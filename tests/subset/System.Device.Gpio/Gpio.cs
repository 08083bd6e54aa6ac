[assembly: System.Reflection.AssemblyVersion("1.1.64.0")]

namespace System.Device.Gpio
{
    public sealed class GpioController
    {
        public extern GpioController();
        public extern GpioPin OpenPin(int pinNumber, PinMode mode);
    }

    public sealed class GpioPin
    {
        internal extern GpioPin();
        public extern PinValue Read();
        public extern void Write(PinValue value);
        public extern void Toggle();
    }

    public enum PinMode { Input = 0, InputPullDown = 1, Output = 3 }

    public struct PinValue
    {
        public static extern PinValue High { get; }
        public static extern PinValue Low { get; }
        public static extern explicit operator bool(PinValue value);
    }
}

using System.Device.Gpio;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>Heartbeat on an output pin. Opened once and never closed: a closed pin floats.</summary>
    public sealed class PinHeartbeat : IHeartbeat
    {
        private readonly GpioPin _pin;

        public PinHeartbeat(GpioController controller, int pin)
        {
            _pin = controller.OpenPin(pin, PinMode.Output);
        }

        public void Toggle()
        {
            _pin.Toggle();
        }
    }
}

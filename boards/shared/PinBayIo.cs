using System.Device.Gpio;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Bays on GPIO pins. Levels are read anew at each call, never kept from an edge. The runtime drives an output low
    /// when it opens it, so low is "no permit"; outputs are opened once and never closed, for a closed pin floats.
    /// </summary>
    public sealed class PinBayIo : IBayIo
    {
        private readonly GpioPin[] _packPresent;
        private readonly GpioPin[] _bayClear;
        private readonly GpioPin[] _contactorOpen;
        private readonly GpioPin[] _smokeLoopClosed;
        private readonly GpioPin[] _chargePermit;
        private readonly bool[] _permitted;

        /// <param name="controller">Stays the caller's, and open.</param>
        /// <param name="bays">One row a bay, in the order of the node's settings.</param>
        /// <param name="pull">Pull of the inputs; a pin without one takes <see cref="PinMode.Input"/> only.</param>
        public PinBayIo(GpioController controller, BayPins[] bays, PinMode[] pull)
        {
            _packPresent = new GpioPin[bays.Length];
            _bayClear = new GpioPin[bays.Length];
            _contactorOpen = new GpioPin[bays.Length];
            _smokeLoopClosed = new GpioPin[bays.Length];
            _chargePermit = new GpioPin[bays.Length];
            _permitted = new bool[bays.Length];
            for (int i = 0; i < bays.Length; i++)
            {
                _chargePermit[i] = controller.OpenPin(bays[i].ChargePermit, PinMode.Output);
                _packPresent[i] = controller.OpenPin(bays[i].PackPresent, pull[i]);
                _bayClear[i] = controller.OpenPin(bays[i].BayClear, pull[i]);
                _contactorOpen[i] = controller.OpenPin(bays[i].ContactorOpen, pull[i]);
                _smokeLoopClosed[i] = controller.OpenPin(bays[i].SmokeLoopClosed, pull[i]);
            }
        }

        public void Read(int index, BayInputs into)
        {
            into.PackPresent = (bool)_packPresent[index].Read();
            into.BayClear = (bool)_bayClear[index].Read();
            into.ContactorOpen = (bool)_contactorOpen[index].Read();
            into.SmokeLoopClosed = (bool)_smokeLoopClosed[index].Read();
        }

        /// <summary>A pin is written only when the permit changes: a write costs about 0.3 ms.</summary>
        public void Write(int index, bool chargePermitted)
        {
            if (_permitted[index] != chargePermitted)
            {
                _chargePermit[index].Write(chargePermitted ? PinValue.High : PinValue.Low);
                _permitted[index] = chargePermitted;
            }
        }
    }
}

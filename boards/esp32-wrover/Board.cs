using System.Device.Gpio;

namespace SwapEdge.Boards.Esp32Wrover
{
    /// <summary>Constructs what the board has.</summary>
    public sealed class Board
    {
        public const int Bays = 2;

        public readonly PinHeartbeat Heartbeat;
        public readonly PinBayIo BayIo;

        public Board()
        {
            GpioController controller = new GpioController();
            BayPins first = new BayPins();
            first.PackPresent = Pins.Bay1PackPresent;
            first.BayClear = Pins.Bay1BayClear;
            first.ContactorOpen = Pins.Bay1ContactorOpen;
            first.SmokeLoopClosed = Pins.Bay1SmokeLoopClosed;
            first.ChargePermit = Pins.Bay1ChargePermit;

            BayPins second = new BayPins();
            second.PackPresent = Pins.Bay2PackPresent;
            second.BayClear = Pins.Bay2BayClear;
            second.ContactorOpen = Pins.Bay2ContactorOpen;
            second.SmokeLoopClosed = Pins.Bay2SmokeLoopClosed;
            second.ChargePermit = Pins.Bay2ChargePermit;

            BayIo = new PinBayIo(
                controller,
                new BayPins[] { first, second },
                new PinMode[] { PinMode.Input, PinMode.InputPullDown });
            Heartbeat = new PinHeartbeat(controller, Pins.Heartbeat);
        }
    }
}

using System.Device.Gpio;

namespace SwapEdge.Boards.Esp32Wrover
{
    /// <summary>Constructs what the board has.</summary>
    public sealed class Board
    {
        public const int Bays = 2;

        public readonly PinHeartbeat Heartbeat;
        public readonly BayIo BayIo;

        public Board()
        {
            GpioController controller = new GpioController();
            int[] inputs =
            {
                Pins.Bay1PackPresent, Pins.Bay1BayClear, Pins.Bay1ContactorOpen, Pins.Bay1SmokeLoopClosed,
                Pins.Bay2PackPresent, Pins.Bay2BayClear, Pins.Bay2ContactorOpen, Pins.Bay2SmokeLoopClosed,
            };
            PinMode[] pulls = new PinMode[inputs.Length];
            for (int i = 0; i < pulls.Length; i++)
            {
                pulls[i] = i < 4 ? PinMode.Input : PinMode.InputPullDown;
            }

            int[] outputs = { Pins.Bay1ChargePermit, Pins.Bay2ChargePermit };
            Lines lines = new Lines(new ILineBank[] { new PinLines(controller, inputs, pulls, outputs) });

            // Pack present, bay clear, contactor open, smoke loop closed, charge permit; no panel.
            int[][] bays = { new int[] { 0, 1, 2, 3, 8, Lines.None }, new int[] { 4, 5, 6, 7, 9, Lines.None } };
            BayIo = new BayIo(lines, bays, null);
            Heartbeat = new PinHeartbeat(controller, Pins.Heartbeat);
        }
    }
}

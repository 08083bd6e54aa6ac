using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Places in the wiring of one bay or door, and of the panel at which a person asks for something.
    /// </summary>
    public static class PlaceLine
    {
        public const int PackPresent = 0;
        public const int BayClear = 1;
        public const int ContactorOpen = 2;
        public const int SmokeLoopClosed = 3;
        public const int ChargePermit = 4;

        /// <summary>The panel's selector stands at this place.</summary>
        public const int Selected = 5;

        // Doors only.
        public const int LatchClosed = 6;
        public const int Latch = 7;

        // The panel.
        public const int KeySwitchOn = 0;
        public const int ConfirmPressed = 1;

        /// <summary>Three lines spell the <see cref="OperatorRequest"/>.</summary>
        public const int Request = 2;
        private const int RequestLines = 3;

        /// <summary>The panel as the place sees it; without one nobody stands there.</summary>
        public static void Read(Lines lines, int[] panel, int selected, OperatorInputs into)
        {
            bool here = lines.On(selected);
            into.KeySwitchOn = here && lines.On(panel[KeySwitchOn]);
            into.ConfirmPressed = here && lines.On(panel[ConfirmPressed]);
            into.Request = here ? (OperatorRequest)lines.Code(panel, Request, RequestLines) : OperatorRequest.None;
        }
    }
}

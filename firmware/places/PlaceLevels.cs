namespace SwapEdge.Firmware
{
    /// <summary>Inputs of a bay or door as bits: <c>Levels</c> of city.proto. Of a bay, and what both have.</summary>
    public static class PlaceLevels
    {
        public const ulong PackPresent = 0x04;
        public const ulong BayClear = 0x08;
        public const ulong ContactorOpen = 0x10;

        /// <param name="smokeFree">The smoke detector's loop is closed.</param>
        /// <param name="panel">As this place sees it.</param>
        /// <param name="permitted">Its charge permit is given.</param>
        public static ulong Of(bool smokeFree, OperatorInputs panel, bool permitted)
        {
            return (smokeFree ? 0x20ul : 0) | (panel.KeySwitchOn ? 0x40ul : 0) | (panel.ConfirmPressed ? 0x80ul : 0)
                | (permitted ? 0x100ul : 0);
        }
    }
}

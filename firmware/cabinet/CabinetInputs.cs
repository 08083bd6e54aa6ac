using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Levels of a cabinet's panel and safety loops, true when the named thing is so. Unpowered or broken wire reads
    /// false.
    /// </summary>
    public sealed class CabinetInputs
    {
        /// <summary>Emergency stop released, rear panels shut.</summary>
        public bool SafetyChainClosed;

        /// <summary>The cabinet's fire alarm loop is closed: no alarm, and no broken wire.</summary>
        public bool FireLoopClosed;

        // Behind the service flap.
        public bool KeySwitchOn;
        public bool ConfirmPressed;
        public bool AbortPressed;

        /// <summary>The selector stands on manual; on neither of the two it is automatic.</summary>
        public bool ManualSelected;
        public bool MaintenanceSelected;

        /// <summary>The selector stands on closed: with the key, no further customer is served.</summary>
        public bool ClosedSelected;

        // The customer's side.

        /// <summary>A customer's session: somebody stands at the panel, and has not cancelled.</summary>
        public bool UserPresent;

        /// <summary>
        /// Card number or app token; as many bytes as <see cref="TagLength"/>. The port copies into it.
        /// </summary>
        public readonly byte[] Tag = new byte[EventRecord.VehicleRoom];

        /// <summary>0 while nothing is read.</summary>
        public int TagLength;
    }
}

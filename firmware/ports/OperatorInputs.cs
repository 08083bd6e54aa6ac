namespace SwapEdge.Firmware
{
    /// <summary>
    /// The operator's panel as one pack place sees it. A panel that serves several places shows its levels at the one
    /// that is selected, and none at the others. Unpowered or broken wire reads false.
    /// </summary>
    public sealed class OperatorInputs
    {
        public bool KeySwitchOn;
        public bool ConfirmPressed;

        /// <summary>What the panel stands on; it counts when confirm is pressed with the key on.</summary>
        public OperatorRequest Request;
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The pins of the bays of a node. Neither call blocks. Not promised: that a charger obeys at once; its contactor
    /// contact tells.
    /// </summary>
    public interface IBayIo
    {
        /// <summary>Reads the levels of one bay into the caller's object.</summary>
        /// <param name="index">Place of the bay in the node's settings, from 0.</param>
        /// <param name="into">Owned by the caller.</param>
        void Read(int index, BayInputs into);

        /// <summary>Sets the charge permit of one bay; false takes it away.</summary>
        void Write(int index, bool chargePermitted);
    }
}

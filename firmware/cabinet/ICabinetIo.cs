namespace SwapEdge.Firmware
{
    /// <summary>
    /// The pins of a cabinet. No call blocks. Debouncing is the firmware's. Not promised: that a latch or a charger
    /// obeys; its contact tells. Doors are named by their place in the node's settings, from 0.
    /// </summary>
    public interface ICabinetIo
    {
        /// <summary>Reads panel and safety loops as they are now into the caller's object.</summary>
        void Read(CabinetInputs into);

        /// <summary>Reads the levels of one door into the caller's object.</summary>
        void ReadDoor(int index, DoorInputs into);

        /// <summary>Sets all outputs but the charge permits at once: what is not requested is taken away.</summary>
        /// <param name="drives">Requests and annunciators that are on.</param>
        /// <param name="index">Door that is to be unlatched; -1 when none is.</param>
        void Write(Drive drives, int index);

        /// <summary>Sets the charge permit of one door; false takes it away.</summary>
        void WriteCharge(int index, bool permitted);

        /// <summary>
        /// Joins the BMS line to the pack behind one door, and to no other. It takes up to one pass to be so; what
        /// comes meanwhile is nobody's.
        /// </summary>
        void SelectLine(int index);
    }
}

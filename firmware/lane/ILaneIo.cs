namespace SwapEdge.Firmware
{
    /// <summary>
    /// The pins of a lane: sensors and copies of safety signals in, requests and annunciators out. Neither call blocks,
    /// and both are made in every pass. Debouncing is the firmware's. The inputs and their arrays belong to the caller.
    /// Not promised: that a request is carried out; a safety chain outside the node may remove it at any time.
    /// </summary>
    public interface ILaneIo
    {
        /// <summary>Reads every level as it is now into the caller's object.</summary>
        void Read(LaneInputs into);

        /// <summary>
        /// Sets all outputs at once: what is not requested is taken away.
        /// </summary>
        /// <param name="drives">Requests and annunciators that are on.</param>
        /// <param name="bay">Bay that a stow or fetch request goes to, 1 and up; 0 when neither is on.</param>
        /// <param name="pack">
        /// Position of the vehicle's pack that is meant, 1 and up. From then on the lock points, the connector, the
        /// pack's seat and the swap-pack bus are those of this position.
        /// </param>
        void Write(Drive drives, int bay, int pack);
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>What a bus's port knows of its bus. Written by the port only; what counts only grows.</summary>
    public sealed class CanHealth
    {
        /// <summary>The controller or adapter answers and takes part, or listens.</summary>
        public bool Alive;

        /// <summary>
        /// Error counters of the controller, 0 to 255 (ISO 11898-1, fault confinement: 96 warning, 128 passive). A
        /// SLCAN adapter tells no counter: then the bound it has reached, of sending.
        /// </summary>
        public int TransmitErrors;
        public int ReceiveErrors;

        /// <summary>Times the bus was off; of an adapter, times it reported bus errors.</summary>
        public int BusOffs;

        /// <summary>Frames that were taken for sending and did not go out in time.</summary>
        public int Unsent;

        /// <summary>Lines of an adapter that fit nothing: bytes were lost.</summary>
        public int Damaged;

        /// <summary>Times the controller or adapter did not answer, or had forgotten its settings.</summary>
        public int Restarts;
    }
}

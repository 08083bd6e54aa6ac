using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>What a driver knows of its bus. Only the driver writes it; what counts only grows.</summary>
    public sealed class BusHealth
    {
        /// <summary>The controller or adapter answers and takes part, or listens.</summary>
        public bool Alive;

        /// <summary>Not a byte has come since it was last found silent: an adapter that is not there.</summary>
        public bool Silent;

        /// <summary>As in <see cref="ICanErrors"/>. An adapter tells no counter: the bound it has reached.</summary>
        public int TransmitErrors;
        public int ReceiveErrors;

        /// <summary>As in <see cref="ICanErrors"/>; of an adapter, times it reported bus errors.</summary>
        public int BusOffs;

        /// <summary>Frames that were taken for sending and did not go out in time.</summary>
        public int Unsent;

        /// <summary>Lines of an adapter that fit nothing: bytes were lost.</summary>
        public int Damaged;

        /// <summary>Times the controller or adapter did not answer, or had forgotten its settings.</summary>
        public int Restarts;
    }
}

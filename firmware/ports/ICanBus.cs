using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One CAN bus. Frames come in arrival order with their arrival time; what overflowed before it was read is
    /// counted, not reported. Neither call blocks.
    /// </summary>
    public interface ICanBus
    {
        /// <summary>Copies the oldest received frame into the caller's; false when there is none.</summary>
        bool Receive(CanFrame into);

        /// <summary>
        /// Queues a frame for sending (copied before return); false when the queue is full or the bus is not to be
        /// written to now.
        /// </summary>
        bool Send(CanFrame frame);

        /// <summary>
        /// Frames lost because nobody read them in time, since start. A controller with a flag instead of a counter
        /// tells one of the frames that were lost between two visits, so it is the least there were.
        /// </summary>
        int Overflows { get; }
    }
}

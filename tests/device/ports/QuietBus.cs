using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.DeviceTests
{
    /// <summary>A bus on which one frame comes each pass, when there is one; what is sent is gone.</summary>
    public sealed class QuietBus : ICanBus
    {
        public readonly CanFrame Frame = new CanFrame();
        public bool Waiting;

        public int Overflows
        {
            get { return 0; }
        }

        public bool Receive(CanFrame into)
        {
            if (!Waiting)
            {
                return false;
            }

            into.CopyFrom(Frame);
            Waiting = false;
            return true;
        }

        public bool Send(CanFrame frame)
        {
            return true;
        }
    }
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.DeviceTests
{
    /// <summary>A board's clock that says what it is told to say.</summary>
    public sealed class FixedClock : IClock
    {
        public long NowMs = 1790000000000;
        public TimeQuality Quality = TimeQuality.Sntp;

        public long UtcMs
        {
            get { return NowMs; }
        }

        public TimeQuality UtcQuality
        {
            get { return Quality; }
        }
    }
}

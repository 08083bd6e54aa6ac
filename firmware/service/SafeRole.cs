using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Does nothing: see <see cref="SafePorts"/>. Its bays are not known.</summary>
    public sealed class SafeRole : NodeRole
    {
        public SafeRole(NodeSettings settings)
            : base(settings)
        {
        }

        public override bool IsIdle
        {
            get { return true; }
        }

        public override bool IsAttended
        {
            get { return false; }
        }

        public override bool ReadBus(int index, BusFigures into)
        {
            return false;
        }

        public override void Start(long nowMs)
        {
        }

        public override void Pass(long nowMs)
        {
        }

        public override bool ReadPack(int place, long nowMs, TelemetryReading subject, PackReading into)
        {
            return false;
        }
    }
}

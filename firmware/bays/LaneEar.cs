using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Tells a lane's next announcement from a doubled or overtaken one, by its life counter.</summary>
    public sealed class LaneEar
    {
        /// <summary>After this silence any count is a new beginning: the lane has restarted.</summary>
        private const int RestartMs = 2000;
        private const int Lanes = 16;

        private readonly int[] _life = new int[Lanes];
        private readonly long[] _heardMs = new long[Lanes];
        private readonly bool[] _heard = new bool[Lanes];

        /// <summary>False for a lane number that no lane has, another version, and what is not newer.</summary>
        public bool IsNew(LanePhaseFrame frame, long nowMs)
        {
            int lane = frame.Lane;
            if (lane < 1 || lane >= Lanes || frame.Version != StationLink.ProtocolVersion)
            {
                return false;
            }

            int step = (frame.Life - _life[lane]) & (StationLink.LifeWrap - 1);
            bool newer = step > 0 && step < StationLink.LifeWrap / 2;
            if (_heard[lane] && !newer && nowMs - _heardMs[lane] < RestartMs)
            {
                return false;
            }

            _heard[lane] = true;
            _life[lane] = frame.Life;
            _heardMs[lane] = nowMs;
            return true;
        }
    }
}

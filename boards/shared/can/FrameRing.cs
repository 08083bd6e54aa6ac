using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Frames between two threads, in memory taken once. What finds no room is counted and dropped: what came first
    /// stays.
    /// </summary>
    public sealed class FrameRing
    {
        private readonly CanFrame[] _frames;
        private int _first;
        private int _count;

        /// <summary>Frames that found no room.</summary>
        public int Overflows;

        public FrameRing(int room)
        {
            _frames = new CanFrame[room];
            for (int i = 0; i < room; i++)
            {
                _frames[i] = new CanFrame();
            }
        }

        public bool Add(CanFrame frame)
        {
            lock (_frames)
            {
                if (_count == _frames.Length)
                {
                    Overflows++;
                    return false;
                }

                _frames[(_first + _count) % _frames.Length].CopyFrom(frame);
                _count++;
                return true;
            }
        }

        public bool Take(CanFrame into)
        {
            lock (_frames)
            {
                if (_count == 0)
                {
                    return false;
                }

                into.CopyFrom(_frames[_first]);
                _first = (_first + 1) % _frames.Length;
                _count--;
                return true;
            }
        }
    }
}

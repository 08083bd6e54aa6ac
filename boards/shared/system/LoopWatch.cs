using System;
using System.Threading;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// The last word before the hardware resets a controller whose loop has stopped (30 s): notes it, and restarts. The
    /// requests have been taken away by then, 1 s after the heartbeat stopped. It runs on a thread of its own; what
    /// stops every thread, stops this one.
    /// </summary>
    public sealed class LoopWatch
    {
        private const int LimitS = 20;
        private const int LookMs = 1000;

        private readonly IRestart _restart;
        private readonly IUptime _uptime;
        private int _late;

        /// <summary>When the loop has last begun a pass, seconds as the runtime counts. Set by the loop.</summary>
        public int BeatS;

        public LoopWatch(IRestart restart, IUptime uptime)
        {
            _restart = restart;
            _uptime = uptime;
        }

        /// <summary>
        /// Once a second. Late twice in a row, or the loop would be blamed for a call that had stopped every thread
        /// before it could run again.
        /// </summary>
        public void Look(int nowS)
        {
            _late = nowS - BeatS > LimitS ? _late + 1 : 0;
            if (_late > 1)
            {
                _late = 0;
                _restart.Restart(BootReason.Watchdog);
            }
        }

        /// <summary>Body of the thread.</summary>
        public void Run()
        {
            while (!_uptime.Ended)
            {
                Thread.Sleep(LookMs);
                try
                {
                    Look((int)(Environment.TickCount64 / 1000));
                }
                catch (Exception)
                {
                    // The note could not be written. The next look tries again, and the hardware resets at last.
                    _late = 0;
                }
            }
        }
    }
}

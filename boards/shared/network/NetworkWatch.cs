using System;
using System.Threading;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Brings a board onto the network and then only watches: the runtime connects again by itself, and calls that do
    /// so too disturb it. When the link has been gone for long, a restart is due, which whoever runs the loop makes in
    /// a still moment. Has the board's clock follow the controller's, which follows a time server.
    /// </summary>
    public sealed class NetworkWatch
    {
        private const int LookMs = 2000;
        private const long PatienceMs = 900000;

        private readonly INetwork _network;
        private readonly BoardClock _clock;
        private readonly IUptime _uptime;
        private readonly string _timeServer;
        private bool _opened;
        private bool _timed;
        private long _upMs;

        /// <summary>A connection can be tried: there is a link, and a time by which TLS judges.</summary>
        public bool IsReady;

        /// <summary>The link has been gone for a quarter of an hour.</summary>
        public bool RestartDue;

        /// <param name="network">What the board has.</param>
        /// <param name="clock">Follows the controller's.</param>
        /// <param name="uptime">The loop's.</param>
        /// <param name="timeServer">Empty: none is asked.</param>
        public NetworkWatch(INetwork network, BoardClock clock, IUptime uptime, string timeServer)
        {
            _network = network;
            _clock = clock;
            _uptime = uptime;
            _timeServer = timeServer;
        }

        public void Look()
        {
            long nowMs = _uptime.NowMs;
            Look(nowMs, BoardClock.ControllerMs);
        }

        /// <param name="nowMs">Uptime before the controller's clock was read.</param>
        /// <param name="controllerMs">What it said, Unix milliseconds.</param>
        public void Look(long nowMs, long controllerMs)
        {
            bool up = _opened && _network.IsUp;
            _upMs = up ? nowMs : _upMs;
            RestartDue = nowMs - _upMs > PatienceMs;
            if (!_opened)
            {
                _network.Open();
                _opened = true;
            }

            if (up && !_timed && _timeServer.Length > 0)
            {
                _network.StartTime(_timeServer);
                _timed = true;
            }

            _clock.Follow(nowMs, controllerMs, _uptime.NowMs);
            IsReady = up && controllerMs >= BoardClock.PlausibleMs;
        }

        /// <summary>Body of a thread.</summary>
        public void Run()
        {
            while (!_uptime.Ended)
            {
                try
                {
                    Look();
                }
                catch (Exception)
                {
                    IsReady = false;
                }

                Thread.Sleep(LookMs);
            }
        }
    }
}

using System;
using System.Threading;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A thread for one bus or line. Nothing ends it: after what its driver throws there is a rest, and the driver is
    /// called again; what the node hears of the bus meanwhile is silence, which is a fact.
    /// </summary>
    public sealed class PumpThread
    {
        /// <summary>One tick of the runtime; a shorter rest takes as long.</summary>
        private const int RestMs = 10;
        private const int RestAfterFailureMs = 1000;

        private readonly IPump _pump;
        private readonly IUptime _uptime;

        /// <summary>The last call ended with an exception.</summary>
        public bool Fails;

        public PumpThread(IPump pump, IUptime uptime)
        {
            _pump = pump;
            _uptime = uptime;
        }

        public void Start()
        {
            new Thread(new ThreadStart(Run)).Start();
        }

        private void Run()
        {
            while (!_uptime.Ended)
            {
                Thread.Sleep(Once() ? RestMs : RestAfterFailureMs);
            }
        }

        /// <summary>One call of the driver; false when it threw.</summary>
        public bool Once()
        {
            try
            {
                _pump.Pump(_uptime.NowMs);
                Fails = false;
            }
            catch (Exception)
            {
                Fails = true;
            }

            return !Fails;
        }
    }
}

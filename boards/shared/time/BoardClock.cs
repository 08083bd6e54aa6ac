using System;
using nanoFramework.Runtime.Native;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Civil time of a board: the word of its clock chip at start, that of a time server from its first answer on, and
    /// between the answers the uptime. Also sets the controller's own clock, by which TLS judges certificates.
    /// </summary>
    public sealed class BoardClock : IClock
    {
        private const long TicksAtEpoch = 621355968000000000;
        private const long TicksPerMs = 10000;

        /// <summary>A chip that is off by more is set.</summary>
        private const long ChipOffMs = 2000;

        private readonly ClockChip _chip;
        private readonly object _gate = new object();
        private TimeQuality _quality;
        private long _offsetMs;
        private long _nowMs;

        /// <param name="chip">Null where there is none.</param>
        public BoardClock(ClockChip chip)
        {
            _chip = chip;
        }

        public long UtcMs
        {
            get
            {
                lock (_gate)
                {
                    return _offsetMs + _nowMs;
                }
            }
        }

        public TimeQuality UtcQuality
        {
            get
            {
                lock (_gate)
                {
                    return _quality;
                }
            }
        }

        /// <summary>The controller's own clock, which knows nothing after a start. TLS needs it.</summary>
        public static void SetController(long utcMs)
        {
            Rtc.SetSystemTime(new DateTime(TicksAtEpoch + utcMs * TicksPerMs));
        }

        /// <summary>Once at start: what the chip says.</summary>
        public void Open(long nowMs)
        {
            long utcMs;
            _nowMs = nowMs;
            if (_chip != null && _chip.Read(out utcMs))
            {
                _offsetMs = utcMs - nowMs;
                _quality = TimeQuality.ClockChip;
                SetController(utcMs);
            }
        }

        /// <summary>Before each pass.</summary>
        public void Pass(long nowMs)
        {
            lock (_gate)
            {
                _nowMs = nowMs;
            }
        }

        /// <summary>A time server has answered, and the controller's clock follows it. From another thread.</summary>
        public void Synchronise(long utcMs, long nowMs)
        {
            lock (_gate)
            {
                _offsetMs = utcMs - nowMs;
                _quality = TimeQuality.Sntp;
            }

            long chipMs;
            if (_chip != null && (!_chip.Read(out chipMs) || chipMs - utcMs > ChipOffMs || utcMs - chipMs > ChipOffMs))
            {
                _chip.Write(utcMs);
            }
        }
    }
}

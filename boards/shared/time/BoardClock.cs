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

        // Two ticks of the uptime, and what is more than their noise.
        private const long ReadMs = 20;
        private const long MovedMs = 50;

        /// <summary>No controller runs at an earlier time: 2026-01-01.</summary>
        public const long PlausibleMs = 1767225600000;

        private readonly ClockChip _chip;
        private readonly object _gate = new object();
        private TimeQuality _quality;
        private long _offsetMs;
        private long _nowMs;
        private long _controllerOffsetMs;

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

        /// <summary>What the controller's own clock says; before <see cref="PlausibleMs"/> it knows nothing.</summary>
        public static long ControllerMs
        {
            get { return ToMs(DateTime.UtcNow); }
        }

        public static long ToMs(DateTime time)
        {
            return (time.Ticks - TicksAtEpoch) / TicksPerMs;
        }

        /// <summary>Once at start: what the chip says.</summary>
        public void Open(long nowMs)
        {
            long utcMs;
            _nowMs = nowMs;
            _controllerOffsetMs = ControllerMs - nowMs;
            if (_chip != null && _chip.Read(out utcMs))
            {
                _offsetMs = utcMs - nowMs;
                _quality = TimeQuality.ClockChip;
                SetController(utcMs, nowMs);
            }
        }

        /// <summary>
        /// TLS judges certificates by the controller's own clock, which knows nothing after a loss of power: also for
        /// the time that the firmware holds, where there is no chip.
        /// </summary>
        public void SetController(long utcMs, long nowMs)
        {
            lock (_gate)
            {
                _controllerOffsetMs = utcMs - nowMs;
            }

            Rtc.SetSystemTime(new DateTime(TicksAtEpoch + utcMs * TicksPerMs));
        }

        /// <summary>Before each pass.</summary>
        public void Pass(long nowMs)
        {
            lock (_gate)
            {
                _nowMs = nowMs;
            }
        }

        /// <summary>
        /// Now and then, from another thread. Nothing says that a time server has answered; but then the controller's
        /// clock moves against the uptime, and nobody else moves it.
        /// </summary>
        /// <param name="beforeMs">Uptime before the controller's clock was read.</param>
        /// <param name="controllerMs">What it said.</param>
        /// <param name="afterMs">Uptime behind that. Too late, and the reading says nothing.</param>
        public void Follow(long beforeMs, long controllerMs, long afterMs)
        {
            long offsetMs = controllerMs - afterMs;
            lock (_gate)
            {
                long moved = offsetMs - _controllerOffsetMs;
                if (afterMs - beforeMs > ReadMs || (moved <= MovedMs && moved >= -MovedMs)
                    || controllerMs < PlausibleMs)
                {
                    return;
                }

                _controllerOffsetMs = offsetMs;
                _offsetMs = offsetMs;
                _quality = TimeQuality.Sntp;
            }

            long chipMs;
            if (_chip != null && (!_chip.Read(out chipMs) || chipMs - controllerMs > ChipOffMs
                || controllerMs - chipMs > ChipOffMs))
            {
                _chip.Write(controllerMs);
            }
        }
    }
}

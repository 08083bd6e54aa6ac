using System.Device.Spi;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static SwapEdge.Boards.Mcp2515Link;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A CAN bus behind an MCP2515 (datasheet DS20001801). <see cref="Pump"/> alone touches the chip; what the pass
    /// calls are two rings in memory. The INT pin is not used: its event would reach managed code at the next tick of
    /// 10 ms, when the chip is looked at anyway, and an edge can be lost.
    /// </summary>
    public sealed class Mcp2515 : ICanBus, ICanErrors, IPump
    {
        /// <summary>A frame that has not gone out by then is taken back: nobody hears it, or the bus is full.</summary>
        public const int SendLimitMs = 200;

        /// <summary>How long the chip only listens after a bus-off; doubled each time until a frame goes out.</summary>
        public const int FirstSilenceMs = 100;
        public const int LongestSilenceMs = 12800;

        private const int CheckMs = 100;
        private const int RetryMs = 1000;
        private const int SendRoom = 16;

        /// <summary>Visits to both buffers in one call, so that a full bus does not hold the thread.</summary>
        private const int Rounds = 8;

        /// <summary>CANCTRL without a mode: no clock output. Not zero, as a dead MISO line may read.</summary>
        private const byte Control = 0x03;

        public readonly BusHealth Health = new BusHealth();

        private readonly Mcp2515Link _chip;
        private readonly Mcp2515Setup _setup;
        private readonly FrameRing _received;
        private readonly FrameRing _toSend = new FrameRing(SendRoom);
        private readonly CanFrame _frame = new CanFrame();
        private int _lost;
        private bool _reset;
        private long _triedMs = -RetryMs;
        private long _checkedMs;
        private bool _doubted;
        private byte _mode;
        private long _silentMs;
        private int _silenceMs = FirstSilenceMs / 2;
        private int _interrupts;
        private int _pending;
        private long _sentMs;
        private bool _aborting;

        /// <param name="device">A chip select; stays open.</param>
        /// <param name="setup">Bit timing and filters.</param>
        /// <param name="room">Received frames that may wait for the pass.</param>
        public Mcp2515(SpiDevice device, Mcp2515Setup setup, int room)
        {
            _chip = new Mcp2515Link(device);
            _setup = setup;
            _received = new FrameRing(room);
        }

        public int Overflows
        {
            get { return _received.Overflows + _lost; }
        }

        public int TransmitErrors
        {
            get { return Health.TransmitErrors; }
        }

        public int ReceiveErrors
        {
            get { return Health.ReceiveErrors; }
        }

        public int BusOffs
        {
            get { return Health.BusOffs; }
        }

        public bool Receive(CanFrame into)
        {
            return _received.Take(into);
        }

        public bool Send(CanFrame frame)
        {
            return Health.Alive && _mode == Normal && _toSend.Add(frame);
        }

        public void Pump(long nowMs)
        {
            if (!Health.Alive)
            {
                Start(nowMs);
                return;
            }

            int errors = Collect(nowMs);
            if (nowMs - _checkedMs >= CheckMs)
            {
                _checkedMs = nowMs;
                Check();
            }

            if (Health.Alive && _mode == Normal)
            {
                if ((errors & BusOff) != 0)
                {
                    FallSilent(nowMs);
                }
                else
                {
                    Transmit(nowMs);
                }
            }
            else if (nowMs - _silentMs >= _silenceMs)
            {
                _mode = Normal;
                _chip.Modify(CanCtrl, ModeBits, Normal);
            }
        }

        // Resets the chip in one call and configures it in the next, 10 ms later: it needs 128 crystal periods.
        private void Start(long nowMs)
        {
            if (!_reset)
            {
                if (nowMs - _triedMs >= RetryMs)
                {
                    _triedMs = nowMs;
                    _reset = true;
                    _chip.Reset();
                }

                return;
            }

            _reset = false;
            _doubted = false;
            Health.Unsent += Count(_pending);
            _pending = 0;
            _aborting = false;
            bool answers = (_chip.Pair(CanStat) & ModeBits) == Configuration;
            for (int i = 0; i < 3; i++)
            {
                _chip.Write(_setup.Blocks[i]);
                answers &= _chip.Holds(_setup.Blocks[i]);
            }

            if (!answers)
            {
                Health.Restarts++;
                return;
            }

            _chip.Modify(Rxb0Ctrl, Rollover, Rollover);
            _chip.Modify(CanCtrl, 0xFF, Control | _mode);
            _checkedMs = nowMs;
            Health.Alive = true;
        }

        /// <summary>Empties both buffers; returns EFLG, with bus-off also when that was and is over.</summary>
        private int Collect(long nowMs)
        {
            int errors = 0;
            int was = 0;
            bool secondFirst = false;
            for (int i = 0; i < Rounds; i++)
            {
                int flags = _chip.Pair(CanIntF);
                _interrupts = flags & 0xFF;
                errors = flags >> 8;
                if (flags == 0xFFFF)
                {
                    Fail();
                    return 0;
                }

                bool overflowed = (errors & Overflowed) != 0;
                if (overflowed)
                {
                    _lost += (errors & Overflowed) == Overflowed ? 2 : 1;
                    _chip.Modify(Eflg, Overflowed, 0);
                }

                // An error that is not there any more: of all, only the way back from a bus-off, after 5.6 ms of quiet,
                // takes both counters to zero at once. An overflow sets the flag, too; it is cleared behind it.
                if (overflowed || (flags & ErrorFlag) != 0)
                {
                    _chip.Modify(CanIntF, ErrorFlag, 0);
                    was |= errors == 0 && _chip.Pair(ErrorCounters) == 0 ? BusOff : 0;
                }

                int full = flags & 3;
                if (full == 0)
                {
                    break;
                }

                // A frame in the second buffer came while the first was full, so it is the younger one; unless the
                // first has been emptied since.
                int first = full == 2 || (full == 3 && secondFirst) ? 1 : 0;
                Fetch(first, nowMs);
                if (full == 3)
                {
                    Fetch(1 - first, nowMs);
                }

                secondFirst = full == 1;
            }

            return errors | was;
        }

        private void Fetch(int buffer, long nowMs)
        {
            if (_chip.Fetch(buffer, _frame))
            {
                _frame.TimeMs = nowMs;
                _received.Add(_frame);
            }
        }

        // The mode may lag behind while the bus is busy; the control register may not.
        private void Check()
        {
            int counters = _chip.Pair(ErrorCounters);
            int mode = _chip.Pair(CanStat);
            Health.TransmitErrors = counters & 0xFF;
            Health.ReceiveErrors = counters >> 8;
            bool lags = (mode & ModeBits) != _mode;
            if (((mode >> 8) & ~Abort) != (Control | _mode) || (lags && _doubted))
            {
                Fail();
            }

            _doubted = lags;
        }

        private void Fail()
        {
            Health.Alive = false;
            Health.Restarts++;
        }

        // A reset ends the bus-off and clears the error counters; then the chip only listens for a while.
        private void FallSilent(long nowMs)
        {
            Health.BusOffs++;
            Health.Alive = false;
            _mode = ListenOnly;
            _silenceMs = _silenceMs < LongestSilenceMs ? _silenceMs * 2 : LongestSilenceMs;
            _silentMs = nowMs;
            _triedMs = nowMs - RetryMs;
            while (_toSend.Take(_frame))
            {
                Health.Unsent++;
            }
        }

        // Of equal priority the highest buffer goes first, so a batch is loaded from there, and only when all are free.
        private void Transmit(long nowMs)
        {
            int sent = _interrupts & _pending;
            if (sent != 0)
            {
                _chip.Modify(CanIntF, sent, 0);
                _pending &= ~sent;
                _silenceMs = FirstSilenceMs / 2;
            }

            if (_aborting)
            {
                _aborting = false;
                _chip.Modify(CanCtrl, Abort, 0);
                Health.Unsent += Count(_pending);
                _pending = 0;
            }

            if (_pending != 0)
            {
                if (nowMs - _sentMs > SendLimitMs)
                {
                    _aborting = true;
                    _chip.Modify(CanCtrl, Abort, Abort);
                }

                return;
            }

            for (int buffer = 2; buffer >= 0 && _toSend.Take(_frame); buffer--)
            {
                _chip.Load(buffer, _frame);
                _pending |= 4 << buffer;
                _sentMs = nowMs;
            }
        }

        private static int Count(int buffers)
        {
            return ((buffers >> 2) & 1) + ((buffers >> 3) & 1) + ((buffers >> 4) & 1);
        }
    }
}

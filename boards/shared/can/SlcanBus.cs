using System.IO.Ports;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A CAN bus behind an adapter that speaks SLCAN on a serial port. <see cref="Pump"/> alone touches the port. The
    /// protocol has no checksum: when the native buffer is found full, what follows does not join on to it, so
    /// the unfinished line is dropped and the loss counted.
    /// </summary>
    public sealed class SlcanBus : ICanBus, ICanErrors, IPump
    {
        /// <summary>An adapter may be one that does not answer commands.</summary>
        public const int AnswerMs = 100;

        /// <summary>Flags are asked for so often.</summary>
        public const int AskMs = 1000;

        /// <summary>
        /// So many answers of one that answers may be due. The runtime counts what waits in its buffer from two cores,
        /// without a lock: a count that went wrong stays so, and each byte comes late by as much, until the port is
        /// opened anew.
        /// </summary>
        public const int LateAnswers = 3;

        /// <summary>Without a byte for so long the adapter is opened anew: it may have lost its supply.</summary>
        public const int SilenceMs = 3000;

        private const int SendRoom = 16;

        // Steps of opening: the port anew, an end for what the adapter may have half, close, bit rate, open.
        private const int Ended = 0;
        private const int Opening = 4;
        private const int Open = 5;

        public readonly BusHealth Health = new BusHealth();

        private readonly SerialPort _port;
        private readonly int _bufferBytes;
        private readonly uint _rate;
        private readonly bool _listens;
        private readonly SlcanReader _reader = new SlcanReader();
        private readonly FrameRing _received;
        private readonly FrameRing _toSend = new FrameRing(SendRoom);
        private readonly CanFrame _frame = new CanFrame();
        private readonly byte[] _bytes = new byte[256];
        private readonly byte[] _line = new byte[Slcan.MaxLine];
        private int _lost;
        private int _step;
        private long _dueMs;
        private long _heardMs;
        private int _unanswered;
        private int _asked;
        private bool _answers;

        /// <param name="port">As the runtime names it: COM2.</param>
        /// <param name="baudRate">A full bus of 250 kbit/s is 46,000 bytes a second.</param>
        /// <param name="bufferBytes">Of the native buffer.</param>
        /// <param name="rate">Of the bus, one of <see cref="Slcan"/>'s.</param>
        /// <param name="listens">Never to send, not even an acknowledgement: a charger's bus.</param>
        /// <param name="room">Received frames that may wait for the pass.</param>
        public SlcanBus(string port, int baudRate, int bufferBytes, uint rate, bool listens, int room)
        {
            _port = new SerialPort(port, baudRate, Parity.None, 8, StopBits.One);
            _port.ReadBufferSize = bufferBytes;
            _bufferBytes = bufferBytes;
            _rate = rate;
            _listens = listens;
            _received = new FrameRing(room);
            _port.Open();
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
            return !_listens && Health.Alive && _toSend.Add(frame);
        }

        public void Pump(long nowMs)
        {
            if (_step == Ended && nowMs >= _dueMs && Health.Restarts > 0)
            {
                _port.Close();
                _port.Open();
                _reader.Reset();
            }

            Collect(nowMs);
            if (_step < Open)
            {
                if (nowMs >= _dueMs)
                {
                    TakeStep(nowMs);
                }

                return;
            }

            bool late = _answers && _asked >= LateAnswers && nowMs >= _dueMs;
            if (late || nowMs - _heardMs >= SilenceMs)
            {
                Health.Silent = true;
                Reopen(nowMs);
            }
            else if (nowMs >= _dueMs)
            {
                _dueMs = nowMs + AskMs;
                _unanswered = 0;
                _asked++;
                Write(SlcanKind.AskFlags);
            }

            // One in each call: who hears it through an MCP2515 has two buffers and looks no more often. A line fits
            // the 128 bytes of the UART, before which there is no buffer.
            if (_toSend.Take(_frame))
            {
                _unanswered++;
                WriteBytes(Slcan.WriteFrame(_frame, false, -1, _line, 0));
            }
        }

        // A buffer that is full has lost what came last: its end is where the bytes do not join.
        private void Collect(long nowMs)
        {
            int waiting = _port.BytesToRead;
            bool torn = waiting >= _bufferBytes;
            if (waiting > 0)
            {
                _heardMs = nowMs;
                Health.Silent = false;
            }

            while (waiting > 0)
            {
                int count = _port.Read(_bytes, 0, waiting < _bytes.Length ? waiting : _bytes.Length);
                waiting = count > 0 ? waiting - count : 0;
                int taken = 0;
                while (taken < count)
                {
                    taken += _reader.Accept(_bytes, taken, count - taken, nowMs);
                    Take(nowMs);
                }
            }

            if (torn)
            {
                _lost++;
                _reader.Reset();
            }

            Health.Damaged = (int)(_reader.Count(DecodeResult.Short) + _reader.Count(DecodeResult.Long)
                + _reader.Count(DecodeResult.Malformed));
        }

        private void Take(long nowMs)
        {
            switch (_reader.Kind)
            {
                case SlcanKind.Frame:
                    if (!_reader.Remote && _step == Open)
                    {
                        _received.Add(_reader.Frame);
                    }

                    break;
                case SlcanKind.Flags:
                    _asked -= _asked > 0 ? 1 : 0;
                    _answers = true;
                    TakeFlags(_reader.Value);
                    break;
                case SlcanKind.Sent:
                    _unanswered = _unanswered > 0 ? _unanswered - 1 : 0;
                    break;
                case SlcanKind.Accepted:
                    Answered(true, nowMs);
                    break;
                case SlcanKind.Refused:
                    Answered(false, nowMs);
                    break;
            }
        }

        // While it is open an adapter refuses a frame for which it has no room, and flags when it is closed after all.
        private void Answered(bool accepted, long nowMs)
        {
            if (_step < Open)
            {
                _dueMs = nowMs;
                if (_step == Opening && !accepted)
                {
                    Reopen(nowMs);
                }
            }
            else if (accepted || _unanswered > 0)
            {
                Health.Unsent += accepted ? 0 : 1;
                _unanswered = _unanswered > 0 ? _unanswered - 1 : 0;
            }
            else if (_asked > 0)
            {
                Reopen(nowMs);
            }
        }

        private void TakeFlags(uint flags)
        {
            if ((flags & (Slcan.ReceiveQueueFull | Slcan.Overrun)) != 0)
            {
                _lost++;
            }

            if ((flags & Slcan.BusError) != 0)
            {
                Health.BusOffs++;
            }

            Health.TransmitErrors = (flags & Slcan.ErrorPassive) != 0 ? 128
                : (flags & Slcan.ErrorWarning) != 0 ? 96 : 0;
        }

        private void Reopen(long nowMs)
        {
            Health.Alive = false;
            Health.Restarts++;
            _asked = 0;
            _answers = false;
            _step = Ended;
            _dueMs = nowMs + AskMs;
        }

        private void TakeStep(long nowMs)
        {
            _dueMs = nowMs + AnswerMs;
            _step++;
            switch (_step)
            {
                case 1:
                    Write(SlcanKind.Accepted);
                    break;
                case 2:
                    Write(SlcanKind.Close);
                    break;
                case 3:
                    Write(SlcanKind.SetRate);
                    break;
                case Opening:
                    Write(_listens ? SlcanKind.Listen : SlcanKind.Open);
                    break;
                default:
                    _heardMs = nowMs;
                    _unanswered = 0;
                    Health.Alive = true;
                    break;
            }
        }

        private void Write(SlcanKind kind)
        {
            WriteBytes(Slcan.WriteLine(kind, _rate, _line, 0));
        }

        private void WriteBytes(int count)
        {
            if (count > 0)
            {
                _port.Write(_line, 0, count);
            }
        }
    }
}

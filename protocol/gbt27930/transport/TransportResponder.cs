namespace SwapEdge.Protocol
{
    /// <summary>
    /// The receiving node of one session at a time: clears packets to send, asks again for those that did not come, and
    /// confirms the end. For nodes that take part in a session; a listener uses <see cref="TransportReceiver"/>.
    /// </summary>
    public sealed class TransportResponder
    {
        /// <summary>PGN, sender and bytes of the last Ok: valid until the next request.</summary>
        public int Pgn;
        public int Source;
        public byte[] Data;
        public int Length;

        private readonly int _address;
        private readonly TransportSession _session;
        private int _answer;
        private int _reason;
        private int _answerTo;
        private int _answerPgn;
        private int _clearedLast;

        public TransportResponder(int address, int maxSize)
        {
            _address = address;
            _session = new TransportSession(maxSize);
            Data = _session.Data;
        }

        /// <summary>Takes a frame of the bus; ForeignAddress when it is no transport frame for this node.</summary>
        public DecodeResult Accept(CanFrame frame)
        {
            int pgn = J1939.Pgn(frame.Id);
            if (J1939.Destination(frame.Id) != _address || (pgn != Transport.ConnectionPgn && pgn != Transport.DataPgn))
            {
                return DecodeResult.ForeignAddress;
            }

            if (pgn == Transport.DataPgn)
            {
                return AcceptPacket(frame);
            }

            if (frame.Length < 8)
            {
                return DecodeResult.Short;
            }

            switch (Transport.Control(frame.Data))
            {
                case Transport.RequestToSend:
                    return Open(frame);
                case Transport.Abort:
                    if (IsOfSession(frame) && _session.Pgn == Transport.CarriedPgn(frame.Data))
                    {
                        _session.IsOpen = false;
                        _answer = 0;
                    }

                    return DecodeResult.TransportAborted;
                default:
                    return DecodeResult.TransportUnexpected;
            }
        }

        /// <summary>Fills the answer to send; false when there is none.</summary>
        public bool Next(CanFrame into)
        {
            if (_answer == 0)
            {
                return false;
            }

            Transport.WriteConnection(into, _address, _answerTo, _answer, _answerPgn);
            if (_answer == Transport.ClearToSend)
            {
                int first = _session.FirstMissing();
                int count = _session.MissingFrom(first);
                into.Data[1] = (byte)count;
                into.Data[2] = (byte)first;
                _clearedLast = first + count - 1;
            }
            else if (_answer == Transport.EndOfMessage)
            {
                Transport.WriteSize(into, Length);
            }
            else
            {
                into.Data[1] = (byte)_reason;
            }

            _answer = 0;
            return true;
        }

        /// <summary>TransportTimeout, once, when the sender stayed silent; the abort is then the next answer.</summary>
        public DecodeResult Poll(long nowMs)
        {
            if (!_session.IsOpen || nowMs - _session.TimeMs <= Transport.AnswerTimeoutMs)
            {
                return DecodeResult.None;
            }

            _session.IsOpen = false;
            Refuse(_session.Source, _session.Pgn, Transport.AbortTimeout);
            return DecodeResult.TransportTimeout;
        }

        private DecodeResult Open(CanFrame frame)
        {
            int source = J1939.Source(frame.Id);
            int pgn = Transport.CarriedPgn(frame.Data);
            if (_session.IsOpen && _session.Source != source)
            {
                Refuse(source, pgn, Transport.AbortBusy);
                return DecodeResult.NoRoom;
            }

            bool restarted = _session.IsOpen;
            DecodeResult result = _session.Open(frame);
            if (result != DecodeResult.Pending)
            {
                _session.IsOpen = false;
                Refuse(source, pgn, Transport.AbortResources);
                return result;
            }

            Answer(Transport.ClearToSend);
            return restarted ? DecodeResult.TransportRestarted : result;
        }

        private DecodeResult AcceptPacket(CanFrame frame)
        {
            if (!IsOfSession(frame))
            {
                return DecodeResult.TransportUnexpected;
            }

            DecodeResult result = _session.Store(frame);
            if (result == DecodeResult.Ok)
            {
                _session.IsOpen = false;
                Pgn = _session.Pgn;
                Source = _session.Source;
                Length = _session.Size;
                Answer(Transport.EndOfMessage);
            }
            else if (frame.Length > 0 && frame.Data[0] == _clearedLast)
            {
                Answer(Transport.ClearToSend);
            }

            return result;
        }

        private bool IsOfSession(CanFrame frame)
        {
            return _session.IsOpen && _session.Source == J1939.Source(frame.Id);
        }

        private void Answer(int control)
        {
            _answer = control;
            _answerTo = _session.Source;
            _answerPgn = _session.Pgn;
        }

        private void Refuse(int source, int pgn, int reason)
        {
            _answer = Transport.Abort;
            _answerTo = source;
            _answerPgn = pgn;
            _reason = reason;
        }
    }
}

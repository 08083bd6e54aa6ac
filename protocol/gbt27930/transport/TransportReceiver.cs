namespace SwapEdge.Protocol
{
    /// <summary>
    /// Follows transport sessions without taking part: requests and broadcasts of any sender to any receiver, as many
    /// at once as there was memory taken for. A packet that was lost here may be sent again for the real receiver, so a
    /// session with a gap goes on until its end of message; a broadcast with a gap is over.
    /// </summary>
    public sealed class TransportReceiver
    {
        /// <summary>What the last Ok completed, and what the last refusal was about.</summary>
        public int Pgn;
        public int Source;
        public int Destination;

        /// <summary>Reason byte of the last abort seen.</summary>
        public int AbortReason;

        /// <summary>The message of the last Ok: valid until the next Accept.</summary>
        public byte[] Data;
        public int Length;

        private readonly TransportSession[] _sessions;
        private bool _anyOpen;

        public TransportReceiver(int sessions, int maxSize)
        {
            _sessions = new TransportSession[sessions];
            for (int i = 0; i < sessions; i++)
            {
                _sessions[i] = new TransportSession(maxSize);
            }

            Data = _sessions[0].Data;
        }

        /// <summary>Takes a frame of either transport PGN. Allocates nothing.</summary>
        public DecodeResult Accept(CanFrame frame)
        {
            int pgn = J1939.Pgn(frame.Id);
            Source = J1939.Source(frame.Id);
            Destination = J1939.Destination(frame.Id);
            if (pgn == Transport.DataPgn)
            {
                return AcceptPacket(frame);
            }

            if (pgn != Transport.ConnectionPgn)
            {
                return DecodeResult.UnknownId;
            }

            if (frame.Length < 8)
            {
                return DecodeResult.Short;
            }

            Pgn = Transport.CarriedPgn(frame.Data);
            switch (Transport.Control(frame.Data))
            {
                case Transport.RequestToSend:
                    return Destination == J1939.Everyone ? DecodeResult.Malformed : Open(frame);
                case Transport.BroadcastAnnounce:
                    return Destination != J1939.Everyone ? DecodeResult.Malformed : Open(frame);
                case Transport.ClearToSend:
                    return AcceptClear(frame);
                case Transport.EndOfMessage:
                    return AcceptEnd();
                case Transport.Abort:
                    return AcceptAbort(frame);
                default:
                    return DecodeResult.Malformed;
            }
        }

        /// <summary>
        /// Ends one overdue session: TransportTimeout, with its PGN and addresses; None when no more is overdue.
        /// </summary>
        public DecodeResult Poll(long nowMs)
        {
            if (!_anyOpen)
            {
                return DecodeResult.None;
            }

            _anyOpen = false;
            for (int i = 0; i < _sessions.Length; i++)
            {
                TransportSession session = _sessions[i];
                if (!session.IsOpen)
                {
                    continue;
                }

                _anyOpen = true;
                int limitMs = session.IsBroadcast ? Transport.BroadcastTimeoutMs : Transport.AnswerTimeoutMs;
                if (nowMs - session.TimeMs <= limitMs)
                {
                    continue;
                }

                session.IsOpen = false;
                if (!session.IsComplete && !session.IsTooLarge)
                {
                    Take(session);
                    return DecodeResult.TransportTimeout;
                }
            }

            return DecodeResult.None;
        }

        public void Reset()
        {
            for (int i = 0; i < _sessions.Length; i++)
            {
                _sessions[i].IsOpen = false;
            }
        }

        private DecodeResult Open(CanFrame frame)
        {
            TransportSession session = Find(Source, Destination);
            bool restarted = session != null && !session.IsComplete && !session.IsTooLarge;
            session = session ?? FindFree();
            if (session == null)
            {
                return DecodeResult.NoRoom;
            }

            _anyOpen = true;
            DecodeResult result = session.Open(frame);
            return result == DecodeResult.Pending && restarted ? DecodeResult.TransportRestarted : result;
        }

        private DecodeResult AcceptPacket(CanFrame frame)
        {
            TransportSession session = Find(Source, Destination);
            if (session == null)
            {
                Pgn = 0;
                return DecodeResult.TransportUnexpected;
            }

            Take(session);
            DecodeResult result = session.Store(frame);
            if (session.IsBroadcast && (result == DecodeResult.Ok || result == DecodeResult.TransportSequence))
            {
                session.IsOpen = false;
            }

            return result;
        }

        // From the receiver of the session to its sender.
        private DecodeResult AcceptClear(CanFrame frame)
        {
            TransportSession session = Find(Destination, Source);
            if (session == null || session.Pgn != Pgn)
            {
                return DecodeResult.TransportUnexpected;
            }

            session.TimeMs = frame.TimeMs;
            return session.IsTooLarge ? DecodeResult.TransportSize : DecodeResult.Pending;
        }

        private DecodeResult AcceptEnd()
        {
            TransportSession session = Find(Destination, Source);
            if (session == null || session.Pgn != Pgn)
            {
                return DecodeResult.TransportUnexpected;
            }

            session.IsOpen = false;
            if (session.IsTooLarge)
            {
                return DecodeResult.TransportSize;
            }

            return session.IsComplete ? DecodeResult.Pending : DecodeResult.TransportSequence;
        }

        // From either side.
        private DecodeResult AcceptAbort(CanFrame frame)
        {
            AbortReason = frame.Data[1];
            TransportSession session = Find(Source, Destination);
            if (session == null || session.Pgn != Pgn)
            {
                session = Find(Destination, Source);
            }

            if (session != null && session.Pgn == Pgn)
            {
                session.IsOpen = false;
            }

            return DecodeResult.TransportAborted;
        }

        private void Take(TransportSession session)
        {
            Pgn = session.Pgn;
            Source = session.Source;
            Destination = session.Destination;
            Data = session.Data;
            Length = session.Size;
        }

        private TransportSession Find(int source, int destination)
        {
            for (int i = 0; i < _sessions.Length; i++)
            {
                TransportSession session = _sessions[i];
                if (session.IsOpen && session.Source == source && session.Destination == destination)
                {
                    return session;
                }
            }

            return null;
        }

        private TransportSession FindFree()
        {
            TransportSession complete = null;
            for (int i = 0; i < _sessions.Length; i++)
            {
                if (!_sessions[i].IsOpen)
                {
                    return _sessions[i];
                }

                if (_sessions[i].IsComplete)
                {
                    complete = _sessions[i];
                }
            }

            return complete;
        }
    }
}

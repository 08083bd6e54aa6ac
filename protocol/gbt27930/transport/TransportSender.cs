namespace SwapEdge.Protocol
{
    /// <summary>
    /// Sends one message at a time from one node to another: request, packets as they are cleared, end of message; to
    /// everyone it is an announcement and packets 50 ms apart. The caller hands frames in and sends what Next gives.
    /// </summary>
    public sealed class TransportSender
    {
        public TransportProgress Progress;

        private readonly int _source;
        private readonly int _destination;
        private readonly int _spacingMs;
        private readonly byte[] _data;
        private int _pgn;
        private int _size;
        private int _next;
        private int _last;
        private bool _requested;
        private int _abortReason;
        private long _sentMs;
        private long _heardMs;

        public TransportSender(int source, int destination, int maxSize)
        {
            _source = source;
            _destination = destination;
            _spacingMs = destination == J1939.Everyone ? Transport.BroadcastSpacingMs : Transport.SpacingMs;
            _data = new byte[maxSize];
        }

        public bool IsBusy
        {
            get
            {
                return Progress == TransportProgress.Requesting || Progress == TransportProgress.Sending
                    || Progress == TransportProgress.Confirming;
            }
        }

        /// <summary>
        /// Copies a message and begins. False, and nothing begun, when busy or of a size that cannot be sent.
        /// </summary>
        public bool Start(int pgn, byte[] message, int length, long nowMs)
        {
            if (IsBusy || length < Transport.MinSize || length > Transport.MaxSize || length > _data.Length)
            {
                return false;
            }

            System.Array.Copy(message, 0, _data, 0, length);
            _pgn = pgn;
            _size = length;
            _next = 1;
            _last = _destination == J1939.Everyone ? Transport.Packets(length) : 0;
            _requested = false;
            _abortReason = 0;
            _heardMs = nowMs;
            Progress = TransportProgress.Requesting;
            return true;
        }

        /// <summary>Fills the next frame to send; false when none is due yet.</summary>
        public bool Next(long nowMs, CanFrame into)
        {
            if (_abortReason != 0)
            {
                Transport.WriteConnection(into, _source, _destination, Transport.Abort, _pgn);
                into.Data[1] = (byte)_abortReason;
                _abortReason = 0;
                return true;
            }

            if (Progress == TransportProgress.Requesting && !_requested)
            {
                Request(nowMs, into);
                return true;
            }

            if (Progress != TransportProgress.Sending || nowMs - _sentMs < _spacingMs)
            {
                return false;
            }

            Packet(nowMs, into);
            return true;
        }

        /// <summary>
        /// Takes a connection frame of the other node; Pending when it moved the session on, Ok at its end.
        /// </summary>
        public DecodeResult Accept(CanFrame frame)
        {
            if (J1939.Pgn(frame.Id) != Transport.ConnectionPgn || J1939.Source(frame.Id) != _destination
                || J1939.Destination(frame.Id) != _source)
            {
                return DecodeResult.ForeignAddress;
            }

            if (frame.Length < 8)
            {
                return DecodeResult.Short;
            }

            if (!IsBusy || Transport.CarriedPgn(frame.Data) != _pgn)
            {
                return DecodeResult.TransportUnexpected;
            }

            switch (Transport.Control(frame.Data))
            {
                case Transport.ClearToSend:
                    return AcceptClear(frame);
                case Transport.EndOfMessage:
                    return AcceptEnd();
                case Transport.Abort:
                    Progress = TransportProgress.Failed;
                    return DecodeResult.TransportAborted;
                default:
                    return DecodeResult.TransportUnexpected;
            }
        }

        /// <summary>
        /// TransportTimeout, once, when the other node stayed silent; the abort is then the next frame.
        /// </summary>
        public DecodeResult Poll(long nowMs)
        {
            if (!IsBusy || Progress == TransportProgress.Sending || nowMs - _heardMs <= Transport.AnswerTimeoutMs)
            {
                return DecodeResult.None;
            }

            Progress = TransportProgress.Failed;
            _abortReason = Transport.AbortTimeout;
            return DecodeResult.TransportTimeout;
        }

        private void Request(long nowMs, CanFrame into)
        {
            bool toEveryone = _destination == J1939.Everyone;
            int control = toEveryone ? Transport.BroadcastAnnounce : Transport.RequestToSend;
            Transport.WriteConnection(into, _source, _destination, control, _pgn);
            Transport.WriteSize(into, _size);
            _requested = true;
            _sentMs = nowMs;
            _heardMs = nowMs;
            if (toEveryone)
            {
                Progress = TransportProgress.Sending;
            }
        }

        private void Packet(long nowMs, CanFrame into)
        {
            int at = (_next - 1) * Transport.PacketBytes;
            int count = _size - at < Transport.PacketBytes ? _size - at : Transport.PacketBytes;
            Transport.Begin(into, Transport.DataPgn, _source, _destination);
            into.Data[0] = (byte)_next;
            System.Array.Copy(_data, at, into.Data, 1, count);
            _sentMs = nowMs;
            _next++;
            if (_next <= _last)
            {
                return;
            }

            _heardMs = nowMs;
            bool all = _next > Transport.Packets(_size);
            Progress = all
                ? (_destination == J1939.Everyone ? TransportProgress.Done : TransportProgress.Confirming)
                : TransportProgress.Requesting;
        }

        private DecodeResult AcceptClear(CanFrame frame)
        {
            int count = frame.Data[1];
            int first = frame.Data[2];
            int packets = Transport.Packets(_size);
            _heardMs = frame.TimeMs;
            if (count == 0)
            {
                Progress = TransportProgress.Requesting;
                return DecodeResult.Pending;
            }

            if (!_requested || first == 0 || first > packets)
            {
                return DecodeResult.TransportSequence;
            }

            _next = first;
            _last = first + count - 1 < packets ? first + count - 1 : packets;
            Progress = TransportProgress.Sending;
            return DecodeResult.Pending;
        }

        private DecodeResult AcceptEnd()
        {
            if (Progress != TransportProgress.Confirming)
            {
                return DecodeResult.TransportUnexpected;
            }

            Progress = TransportProgress.Done;
            return DecodeResult.Ok;
        }
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Certificates that came by commands, in two phases: gathered in memory and tried on a connection, then kept when
    /// the city has acknowledged an event over it. What is tried is not stored: a restart comes back with those before.
    /// Where the ones before do not reach the city either, both are tried in turn, each for longer than the last time.
    /// </summary>
    public sealed class CertificateRotation
    {
        /// <summary>Bytes of both certificates together.</summary>
        public const int Room = 3072;

        /// <summary>Bytes of a part.</summary>
        public const int PartRoom = 256;

        /// <summary>Milliseconds in which the city must acknowledge something more, the first time.</summary>
        public const long TrialMs = 600000;

        /// <summary>Milliseconds in which the result of the command leaves over the connection before.</summary>
        public const long DelayMs = 5000;

        private const long LongestTrialMs = 57600000;
        private const long RetryMs = 1000;
        private const ulong Never = 0xFFFFFFFFFFFFFFFF;

        // What is stored: kind (2), length of the device's and of the authority's certificate (each 2), both, MAC.
        private const int DeviceAt = 2;
        private const int AuthorityAt = 4;
        private const int BytesAt = 6;
        private const int MacAt = BytesAt + Room;

        private readonly ICertificates _port;
        private readonly IUplink _uplink;
        private readonly IMac _mac;
        private readonly Journal _journal;
        private readonly EventWriter _events;
        private readonly LatestRecord _latest;
        private readonly byte[] _stored;
        private readonly byte[] _digest = new byte[SignedRecord.MacLength];

        /// <summary>The candidate is to be kept.</summary>
        private bool _isDue;

        /// <summary>Agreed on, and neither kept nor given up.</summary>
        private bool _isOpen;

        /// <summary>Connections are made with the candidate.</summary>
        private bool _isTried;

        /// <summary>Sequence of the event that proves the certificates of this connection.</summary>
        private ulong _proof;
        private ulong _acknowledged;
        private long _sinceMs;
        private long _periodMs;
        private long _trialMs;

        /// <param name="ports">Without certificates every command is refused.</param>
        /// <param name="journal">Where what was acknowledged is seen.</param>
        /// <param name="events">Where a trial's steps are told.</param>
        public CertificateRotation(NodePorts ports, Journal journal, EventWriter events)
        {
            _port = ports.Certificates;
            _uplink = ports.Uplink;
            _mac = ports.Mac;
            _journal = journal;
            _events = events;
            _latest = new LatestRecord(ports.Store, "certificates-", MacAt + SignedRecord.MacLength);
            _stored = _latest.Payload;
        }

        /// <summary>
        /// Once, before anything connects: with what was kept, when it is whole and does not end before what was given
        /// with the board. A technician may have given the board a newer one.
        /// </summary>
        public void Open()
        {
            if (_port == null)
            {
                return;
            }

            _latest.Open();
            ComputeMac();
            int difference = 0;
            for (int i = 0; i < SignedRecord.MacLength; i++)
            {
                difference |= _digest[i] ^ _stored[MacAt + i];
            }

            long given;
            long kept;
            bool known = _port.NotAfter(false, out given);
            if (_latest.Found && difference == 0 && Offer())
            {
                _port.Use(true);
                if (!known || !_port.NotAfter(false, out kept) || kept >= given)
                {
                    _port.TakeOver();
                }

                _port.Use(false);
            }
        }

        /// <summary>Takes a copy of what an authentic command brings, when it may bring it.</summary>
        public void Hear(byte[] message, CommandRecord command)
        {
            if (Refusal(command) == CommandReason.None)
            {
                System.Array.Copy(message, command.SettingsOffset, _stored, BytesAt + (int)command.Number,
                    command.SettingsLength);
            }
        }

        /// <summary>Why a part cannot be taken.</summary>
        public CommandReason Refusal(CommandRecord command)
        {
            int length = command.SettingsLength;
            return _port == null ? CommandReason.NotSupported
                : _isOpen ? CommandReason.Busy
                : length < 1 || length > PartRoom || command.Number > (ulong)(Room - length)
                    ? CommandReason.BadArgument
                : CommandReason.None;
        }

        /// <summary>Tries what was gathered, from in a moment on; or says why not.</summary>
        public CommandReason Begin(CommandRecord command, long utcMs, long nowMs)
        {
            if (_port == null || _isOpen)
            {
                return _port == null ? CommandReason.NotSupported : CommandReason.Busy;
            }

            int device = command.Bay;
            int authority = command.LimitW[0];
            if (device < 0 || device > Room || authority < 0 || authority > Room - device
                || Crc32.Compute(_stored, BytesAt, device + authority) != command.Number)
            {
                return CommandReason.BadArgument;
            }

            Bytes.WriteUInt16(_stored, DeviceAt, device);
            Bytes.WriteUInt16(_stored, AuthorityAt, authority);
            if (!Offer())
            {
                return CommandReason.BadArgument;
            }

            long deviceEnd;
            long authorityEnd;
            _port.Use(true);
            bool over = (_port.NotAfter(false, out deviceEnd) && deviceEnd <= utcMs)
                || (_port.NotAfter(true, out authorityEnd) && authorityEnd <= utcMs);
            _port.Use(false);
            if (over)
            {
                return CommandReason.BadArgument;
            }

            _isOpen = true;
            _isTried = false;
            _proof = Never;
            _sinceMs = nowMs;
            _periodMs = DelayMs;
            _trialMs = TrialMs;
            return CommandReason.None;
        }

        /// <summary>Once a pass.</summary>
        /// <param name="nowMs">Milliseconds since boot.</param>
        /// <param name="still">Nothing moves: a connection may be ended.</param>
        public void Pass(long nowMs, bool still)
        {
            if (!_isOpen || _isDue)
            {
                return;
            }

            // The event that proves it comes behind all that waited before.
            _sinceMs = _proof != Never && _journal.AcknowledgedThrough > _acknowledged ? nowMs : _sinceMs;
            _acknowledged = _journal.AcknowledgedThrough;
            if (_acknowledged >= _proof)
            {
                _isDue = _isTried;
                _isOpen = _isTried;
                if (_isTried)
                {
                    _port.TakeOver();
                    _port.Use(false);
                    _sinceMs = nowMs;
                }
                else
                {
                    Tell(AuditAction.CertificateRolledBack, 0, nowMs);
                }
            }
            else if (still && nowMs - _sinceMs >= _periodMs)
            {
                _isTried = !_isTried;
                _port.Use(_isTried);
                _uplink.Disconnect();
                _proof = _journal.NextSequence;
                Tell(AuditAction.CertificateTried, _isTried ? 1 : 0, nowMs);
                _sinceMs = nowMs;
                _periodMs = _trialMs;
                _trialMs = _isTried || _trialMs >= LongestTrialMs ? _trialMs : _trialMs * 2;
            }
        }

        /// <summary>At most one append, so only while nothing moves. True when it has used the store.</summary>
        public bool Keep(long nowMs)
        {
            if (!_isDue || nowMs < _sinceMs)
            {
                return false;
            }

            ComputeMac();
            System.Array.Copy(_digest, 0, _stored, MacAt, SignedRecord.MacLength);
            _sinceMs = nowMs + RetryMs;
            if (_latest.Keep())
            {
                _isDue = false;
                _isOpen = false;
                Tell(AuditAction.CertificateInForce, 0, nowMs);
            }

            return true;
        }

        private bool Offer()
        {
            return _port.Offer(
                _stored, BytesAt, Bytes.ReadUInt16(_stored, DeviceAt), Bytes.ReadUInt16(_stored, AuthorityAt));
        }

        /// <summary>Over all that is stored: who has the card has no say in whom the node trusts.</summary>
        private void ComputeMac()
        {
            _stored[0] = 1 << 3;
            _stored[1] = (byte)SignedKind.Certificates;
            _mac.Compute(_stored, 0, MacAt, _digest);
        }

        private void Tell(AuditAction action, int value, long nowMs)
        {
            EventRecord audit = _events.Begin(EventKind.Audit, nowMs);
            audit.Action = action;
            audit.Issuer = Issuer.City;
            audit.Value = value;
            _events.Add();
        }
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Settings that came by a command, in two phases over a restart: offered and stored, then tried for one start of
    /// the node. Only when the city has acknowledged an event of that start are they in force; a second start, for
    /// whatever reason, is one with the settings before. They stand on those that were deployed: when a technician has
    /// deployed others, all that came by commands is gone.
    /// </summary>
    public sealed class FieldSettings
    {
        /// <summary>Bytes of a message.</summary>
        public const int Room = 384;

        /// <summary>Milliseconds in which the city must acknowledge something more.</summary>
        public const long TrialMs = 600000;

        private const uint Magic = 0x32534553; // SES2
        private const long RetryMs = 1000;

        // What is stored: magic (4), step (1), counter of the command (8), in force, candidate: each length (2), bytes;
        // CRC of the deployed settings (4).
        private const int StepAt = 4;
        private const int CounterAt = 5;
        private const int InForceAt = 13;
        private const int CandidateAt = InForceAt + 2 + Room;
        private const int DeployedAt = CandidateAt + 2 + Room;

        // Steps of a change.
        private const byte None = 0;
        private const byte Offered = 1;
        private const byte OnTrial = 2;
        private const byte InForce = 3;

        private readonly LatestRecord _latest;
        private readonly byte[] _stored;
        private readonly byte[] _heard = new byte[Room];
        private int _heardLength;
        private ulong _heardCounter;
        private NodeSettings _built;
        private int _version;
        private ulong _before;
        private ulong _acknowledged;
        private long _sinceMs;
        private long _keepAtMs;

        /// <summary>Something waits to be stored.</summary>
        public bool IsDue;

        /// <summary>
        /// What was stored could not be read, does not pass the check, or came to other deployed settings: it is not
        /// used.
        /// </summary>
        public bool IsSetAside;

        public FieldSettings(IStore store)
        {
            _latest = new LatestRecord(store, "settings-", DeployedAt + 4);
            _stored = _latest.Payload;
        }

        /// <summary>The city has yet to acknowledge this start, or that is not stored yet.</summary>
        public bool IsOnTrial
        {
            get { return _stored[StepAt] == OnTrial || (_stored[StepAt] == InForce && IsDue); }
        }

        /// <summary>
        /// Once, before anything else takes the settings: those to start with. One append, when there is a candidate.
        /// </summary>
        public NodeSettings Open(NodeSettings built)
        {
            _built = built;
            built.SetCrc();
            _latest.Open();
            bool others = false;
            if (Bytes.ReadUInt32(_stored, 0) != Magic || Bytes.ReadUInt32(_stored, DeployedAt) != built.Crc)
            {
                others = Bytes.ReadUInt16(_stored, InForceAt) != 0;
                System.Array.Clear(_stored, 0, _stored.Length);
                Bytes.WriteUInt32(_stored, 0, Magic);
                Bytes.WriteUInt32(_stored, DeployedAt, built.Crc);
                IsDue = others;
            }

            NodeSettings settings = Read(InForceAt);
            IsSetAside = others || _latest.Rotten
                || (settings == null && (_latest.Damaged || Bytes.ReadUInt16(_stored, InForceAt) != 0));
            settings = settings != null ? settings : built;
            NodeSettings candidate = _stored[StepAt] == Offered ? Read(CandidateAt) : null;
            if (_stored[StepAt] == Offered || _stored[StepAt] == OnTrial)
            {
                // Before they are used: what does not get as far as a pass with them does not try them twice.
                _stored[StepAt] = candidate != null ? OnTrial : None;
                if (!_latest.Keep())
                {
                    _stored[StepAt] = None;
                    IsDue = true;
                }
            }

            settings = _stored[StepAt] == OnTrial ? candidate : settings;
            _version = settings.Version;
            return settings;
        }

        /// <summary>Once, when the journal is open and before it has an event of this start.</summary>
        public void Start(Journal journal, long nowMs)
        {
            _before = journal.LastStored > journal.AcknowledgedThrough ? journal.LastStored
                : journal.AcknowledgedThrough;
            _acknowledged = journal.AcknowledgedThrough;
            _sinceMs = nowMs;
        }

        /// <summary>Takes a copy of what an authentic command brings.</summary>
        public void Hear(byte[] message, CommandRecord command)
        {
            _heardLength = command.SettingsLength;
            _heardCounter = command.Counter;
            if (_heardLength <= Room)
            {
                System.Array.Copy(message, command.SettingsOffset, _heard, 0, _heardLength);
            }
        }

        /// <summary>Makes a candidate of what this command brought, or says why not. Nothing is stored yet.</summary>
        public CommandReason Offer(ulong counter)
        {
            if (counter != _heardCounter)
            {
                return CommandReason.Busy;
            }

            NodeSettings candidate = _heardLength > Room ? null
                : SettingsReader.Read(_heard, 0, _heardLength, _built);
            if (candidate == null || candidate.Version <= _version)
            {
                return CommandReason.BadArgument;
            }

            Bytes.WriteUInt16(_stored, CandidateAt, _heardLength);
            System.Array.Copy(_heard, 0, _stored, CandidateAt + 2, _heardLength);
            return CommandReason.None;
        }

        /// <summary>The next start tries the candidate.</summary>
        public void Arm(ulong counter)
        {
            Bytes.WriteUInt64(_stored, CounterAt, counter);
            _stored[StepAt] = Offered;
            IsDue = true;
        }

        /// <summary>The next start does not try it.</summary>
        public void Drop()
        {
            IsDue = IsDue || _stored[StepAt] == Offered;
            _stored[StepAt] = _stored[StepAt] == Offered ? None : _stored[StepAt];
        }

        /// <summary>While on trial: takes the candidate over when the city has this start; true when it is too late.
        /// </summary>
        public bool IsOver(Journal journal, long nowMs)
        {
            if (_stored[StepAt] == OnTrial && journal.AcknowledgedThrough > _before)
            {
                System.Array.Copy(_stored, CandidateAt, _stored, InForceAt, 2 + Room);
                _stored[StepAt] = InForce;
                IsDue = true;
            }

            // This start's events come behind all that waited before.
            _sinceMs = journal.AcknowledgedThrough > _acknowledged ? nowMs : _sinceMs;
            _acknowledged = journal.AcknowledgedThrough;
            return nowMs - _sinceMs >= TrialMs;
        }

        /// <summary>
        /// What became of the settings of the command with this counter: None in force, Busy on trial; otherwise why
        /// they are not in force.
        /// </summary>
        public CommandReason Outcome(ulong counter)
        {
            return Bytes.ReadUInt64(_stored, CounterAt) != counter ? CommandReason.OutcomeUnknown
                : IsOnTrial ? CommandReason.Busy
                : _stored[StepAt] == InForce ? CommandReason.None
                : CommandReason.RolledBack;
        }

        /// <summary>At most one append, so only while nothing moves. True when it has used the store.</summary>
        public bool Keep(long nowMs)
        {
            if (!IsDue || nowMs < _keepAtMs)
            {
                return false;
            }

            _keepAtMs = nowMs + RetryMs;
            IsDue = !_latest.Keep();
            return true;
        }

        private NodeSettings Read(int at)
        {
            int length = Bytes.ReadUInt16(_stored, at);
            return length < 1 || length > Room ? null : SettingsReader.Read(_stored, at + 2, length, _built);
        }
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What was refused: answered once a second, and audited once in ten minutes with its count, so that nobody fills
    /// the journal with it.
    /// </summary>
    public sealed class RefusedCommands
    {
        /// <summary>Milliseconds between two audits.</summary>
        public const long AuditMs = 600000;

        /// <summary>Milliseconds between two answers.</summary>
        public const long AnswerMs = 1000;

        private const int Room = 4;

        private readonly CommandRecord[] _waiting = new CommandRecord[Room];
        private bool _toTell;
        private uint _audited;
        private ulong _id;
        private CommandReason _reason;
        private long _auditedMs = -AuditMs;
        private long _answeredMs = -AnswerMs;

        /// <summary>Messages that were refused, or repeated, since start.</summary>
        public uint Count;

        /// <summary>All that was refused or rejected since start, by the number of its CommandReason.</summary>
        public readonly uint[] ByReason = new uint[(int)CommandReason.NotAttended + 1];

        public RefusedCommands()
        {
            for (int i = 0; i < Room; i++)
            {
                _waiting[i] = new CommandRecord();
            }
        }

        /// <summary>
        /// Counts it. While there is room for the answer, keeps the record and gives another one for it.
        /// </summary>
        public CommandRecord Take(CommandRecord refused, CommandReason reason)
        {
            Count++;
            ByReason[(int)reason]++;
            _reason = reason;
            if (reason <= CommandReason.NotAuthentic)
            {
                // Whoever wrote it, it says nothing of the command that it names.
                refused.Id = 0;
                refused.Counter = 0;
            }

            _id = refused.Id;
            for (int i = 0; i < Room && reason != CommandReason.Repeated; i++)
            {
                CommandRecord free = _waiting[i];
                if (!free.Due)
                {
                    refused.State = ResultState.Rejected;
                    refused.Reason = reason;
                    refused.Due = true;
                    _toTell = true;
                    _waiting[i] = refused;
                    return free;
                }
            }

            return refused;
        }

        /// <summary>One that is to be answered now, or null.</summary>
        public CommandRecord Next(long nowMs)
        {
            if (!_toTell || nowMs - _answeredMs < AnswerMs)
            {
                return null;
            }

            for (int i = 0; i < Room; i++)
            {
                if (_waiting[i].Due)
                {
                    _answeredMs = nowMs;
                    return _waiting[i];
                }
            }

            _toTell = false;
            return null;
        }

        /// <summary>Audits what has come since the last time.</summary>
        public void Audit(EventWriter events, long nowMs)
        {
            if (Count != _audited && nowMs - _auditedMs >= AuditMs)
            {
                EventRecord audit = events.Begin(EventKind.Audit, nowMs);
                audit.Action = AuditAction.CommandRejected;
                audit.Issuer = Issuer.City;
                audit.OrderNumber = _id;
                audit.Reason = (int)_reason;
                audit.Count = Count - _audited;
                events.Add();
                _audited = Count;
                _auditedMs = nowMs;
            }
        }
    }
}

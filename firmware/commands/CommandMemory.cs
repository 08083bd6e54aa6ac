using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>The counter and the last command, kept over a restart.</summary>
    public sealed class CommandMemory
    {
        private readonly LatestRecord _latest;
        private bool _wasClosed;

        /// <summary>Highest counter that was stored before it was obeyed.</summary>
        public ulong Counter;

        /// <summary>What was kept cannot be read: the counter may be too low.</summary>
        public bool IsUnreadable;

        public CommandMemory(IStore store)
        {
            // Highest counter (8), id (8), the command's own counter (8), operation, state, reason.
            _latest = new LatestRecord(store, "command-", 27);
        }

        /// <summary>Once; takes over the last command.</summary>
        public void Open(CommandRecord last)
        {
            _latest.Open();
            byte[] stored = _latest.Payload;
            Counter = Bytes.ReadUInt64(stored, 0);
            last.Id = Bytes.ReadUInt64(stored, 8);
            last.Counter = Bytes.ReadUInt64(stored, 16);
            last.Operation = (CommandOperation)stored[24];
            last.State = (ResultState)stored[25];
            last.Reason = (CommandReason)stored[26];
            IsUnreadable = _latest.Rotten;
        }

        /// <summary>
        /// True when somebody at the station has just put the node into service: then the counter that could be read is
        /// the one that counts.
        /// </summary>
        public bool IsHealed(ServiceLatch latch)
        {
            if (!IsUnreadable)
            {
                return false;
            }

            bool closed = latch.IsSetBy(Issuer.Local) || latch.IsUnreadable;
            IsUnreadable = closed || !_wasClosed;
            _wasClosed = closed;
            return !IsUnreadable;
        }

        /// <summary>What the next <see cref="Keep"/> keeps.</summary>
        public void Write(CommandRecord command)
        {
            byte[] stored = _latest.Payload;
            Bytes.WriteUInt64(stored, 0, Counter);
            Bytes.WriteUInt64(stored, 8, command.Id);
            Bytes.WriteUInt64(stored, 16, command.Counter);
            stored[24] = (byte)command.Operation;
            stored[25] = (byte)command.State;
            stored[26] = (byte)command.Reason;
        }

        /// <summary>One append; false when the store refused.</summary>
        public bool Keep()
        {
            return _latest.Keep();
        }
    }
}

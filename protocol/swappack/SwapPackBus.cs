namespace SwapEdge.Protocol
{
    /// <summary>
    /// Listens to a swap-pack bus: identifier, length, checksum, life counter, copy. A refused frame changes nothing
    /// but its counter, so the copy of a message is always its last good one; whether it still counts, and if not why,
    /// says <see cref="DoubtOf"/>.
    /// </summary>
    public sealed class SwapPackBus
    {
        /// <summary>What the last accepted frame was.</summary>
        public SwapPackMessage Completed;

        public readonly VinAssembly Vin = new VinAssembly();
        public readonly PackCodeAssembly PackCode = new PackCodeAssembly();

        /// <summary>What comes in parts: cells, probes, packs, versions.</summary>
        public readonly PackDetail Detail = new PackDetail();

        private readonly SwapPackRow[] _rows;
        private readonly MessageSlot[] _slots;
        private readonly LifeCounter[] _lives;
        private readonly DecodeResult[] _results;
        private readonly SwapPackRow[] _byId;
        private readonly DecodeCounts _counts = new DecodeCounts();

        public SwapPackBus()
        {
            _rows = SwapPackMessages.Rows;
            _slots = new MessageSlot[_rows.Length];
            _lives = new LifeCounter[_rows.Length];
            _results = new DecodeResult[_rows.Length];
            for (int i = 0; i < _rows.Length; i++)
            {
                _slots[i] = new MessageSlot(SwapPackMessages.Length);
                if (_rows[i].Counter != 0)
                {
                    _lives[i] = new LifeCounter(_rows[i].CounterWrap, SwapPackMessages.FrozenFrames,
                        _rows[i].PeriodMs * SwapPackMessages.StalePeriods);
                }
            }

            _byId = SortedById(_rows);
        }

        /// <summary>Takes one frame. Allocates nothing.</summary>
        public DecodeResult Accept(CanFrame frame)
        {
            Completed = SwapPackMessage.None;
            return _counts.Add(Decide(frame));
        }

        public MessageSlot Slot(SwapPackMessage message)
        {
            return _slots[(int)message];
        }

        /// <summary>Whether the message came within three of its periods.</summary>
        public bool IsFresh(SwapPackMessage message, long nowMs)
        {
            int index = (int)message;
            return _slots[index].IsFresh(nowMs, _rows[index].PeriodMs * SwapPackMessages.StalePeriods);
        }

        /// <summary>Why the values of a message are not valid now; None when they are.</summary>
        public MessageDoubt DoubtOf(SwapPackMessage message, long nowMs)
        {
            int index = (int)message;
            switch (_results[index])
            {
                case DecodeResult.Checksum:
                    return MessageDoubt.Checksum;
                case DecodeResult.FrozenCounter:
                    return MessageDoubt.CounterStopped;
                case DecodeResult.CounterInvalid:
                    return MessageDoubt.CounterInvalid;
                case DecodeResult.Short:
                    return MessageDoubt.Short;
                case DecodeResult.Malformed:
                    return MessageDoubt.Malformed;
                default:
                    break;
            }

            if (_slots[index].Received == 0)
            {
                return MessageDoubt.NeverReceived;
            }

            LifeCounter life = _lives[index];
            if (!IsFresh(message, nowMs))
            {
                return MessageDoubt.Overdue;
            }

            return life == null || life.IsAlive(nowMs) ? MessageDoubt.None
                : life.Moved ? MessageDoubt.CounterStopped : MessageDoubt.CounterUnproven;
        }

        /// <summary>
        /// Whether lock and connector may be believed: the frame is fresh, and its life counter was seen to move and
        /// did not stop. The first frame after a silence or a stop is not enough.
        /// </summary>
        public bool LockValid(long nowMs)
        {
            return DoubtOf(SwapPackMessage.Lock, nowMs) == MessageDoubt.None;
        }

        public uint Count(DecodeResult result)
        {
            return _counts.Of(result);
        }

        /// <summary>Frames that the life counter of a message says were sent and never came.</summary>
        public uint Lost(SwapPackMessage message)
        {
            LifeCounter life = _lives[(int)message];
            return life == null ? 0 : life.Lost;
        }

        /// <summary>Forgets the vehicle and its pack; the counters stay.</summary>
        public void Reset()
        {
            Completed = SwapPackMessage.None;
            Vin.Reset();
            PackCode.Reset();
            Detail.Reset();
            for (int i = 0; i < _rows.Length; i++)
            {
                _slots[i].Clear();
                _results[i] = DecodeResult.None;
                if (_lives[i] != null)
                {
                    _lives[i].Reset();
                }
            }
        }

        private DecodeResult Decide(CanFrame frame)
        {
            SwapPackRow row = frame.Extended ? Find(frame.Id) : null;
            if (row == null)
            {
                return frame.Extended && !IsOfThisBus(J1939.Source(frame.Id))
                    ? DecodeResult.ForeignAddress
                    : DecodeResult.UnknownId;
            }

            DecodeResult result = Judge(row, frame);
            _results[(int)row.Message] = result;
            if (result == DecodeResult.Ok)
            {
                _slots[(int)row.Message].Copy(frame.Data, frame.Length, frame.TimeMs);
                Completed = row.Message;
            }

            return result;
        }

        private DecodeResult Judge(SwapPackRow row, CanFrame frame)
        {
            if (frame.Length < SwapPackMessages.Length)
            {
                return DecodeResult.Short;
            }

            if (row.Checksum && frame.Data[0] != SwapPackMessages.Checksum(frame.Data))
            {
                return DecodeResult.Checksum;
            }

            if (row.Counter != 0)
            {
                DecodeResult life = _lives[(int)row.Message].Accept(row.Counter.Read(frame.Data), frame.TimeMs);
                if (life != DecodeResult.Ok)
                {
                    return life;
                }
            }

            return AcceptPart(row.Message, frame.Data, frame.TimeMs);
        }

        private DecodeResult AcceptPart(SwapPackMessage message, byte[] data, long timeMs)
        {
            switch (message)
            {
                case SwapPackMessage.Vin:
                    return Vin.Accept(data);
                case SwapPackMessage.PackCode1:
                case SwapPackMessage.PackCode2:
                case SwapPackMessage.PackCode3:
                case SwapPackMessage.PackCode4:
                    return PackCode.Accept((int)message - (int)SwapPackMessage.PackCode1 + 1, data);
                default:
                    return Detail.Accept(message, data, timeMs);
            }
        }

        private SwapPackRow Find(uint id)
        {
            int low = 0;
            int high = _byId.Length - 1;
            while (low <= high)
            {
                int middle = (low + high) >> 1;
                uint found = _byId[middle].Id;
                if (found == id)
                {
                    return _byId[middle];
                }

                if (found < id)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return null;
        }

        private static bool IsOfThisBus(int source)
        {
            return source == SwapPackMessages.BmsAddress || source == SwapPackMessages.VehicleAddress
                || source == SwapPackMessages.SwapControllerAddress || source == SwapPackMessages.ThermalAddress
                || source == SwapPackMessages.ThermalBmsAddress;
        }

        // Without the row of None, whose identifier is no message.
        private static SwapPackRow[] SortedById(SwapPackRow[] rows)
        {
            SwapPackRow[] sorted = new SwapPackRow[rows.Length - 1];
            for (int i = 1; i < rows.Length; i++)
            {
                int at = i - 1;
                while (at > 0 && sorted[at - 1].Id > rows[i].Id)
                {
                    sorted[at] = sorted[at - 1];
                    at--;
                }

                sorted[at] = rows[i];
            }

            return sorted;
        }
    }
}

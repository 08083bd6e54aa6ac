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

        // A power of two, and several times the number of messages.
        private const int IdPlaces = 128;

        private readonly SwapPackRow[] _rows;
        private readonly MessageSlot[] _slots;
        private readonly LifeCounter[] _lives;
        private readonly DecodeResult[] _results;

        // Open addressing by identifier: the place that an identifier hashes to, or the next free one.
        private readonly SwapPackRow[] _byId = new SwapPackRow[IdPlaces];

        /// <summary>Frames, by the number of their <see cref="DecodeResult"/>.</summary>
        public readonly uint[] Counts = new uint[DecodeCounts.Room];

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
                        _rows[i].StaleMs);
                }
            }

            for (int i = 1; i < _rows.Length; i++)
            {
                _byId[PlaceOf(_rows[i].Id)] = _rows[i];
            }
        }

        /// <summary>Takes one frame. Allocates nothing.</summary>
        public DecodeResult Accept(CanFrame frame)
        {
            Completed = SwapPackMessage.None;
            uint id = frame.Id;
            SwapPackRow row = _byId[(int)((id >> 16) ^ (id >> 13)) & (IdPlaces - 1)];
            if (row == null || row.Id != id)
            {
                row = _byId[PlaceOf(id)];
            }

            DecodeResult result;
            if (row != null && frame.Extended)
            {
                int index = (int)row.Message;
                result = row.Plain && frame.Length == SwapPackMessages.Length ? DecodeResult.Ok : Judge(row, frame);
                _results[index] = result;
                if (result == DecodeResult.Ok)
                {
                    _slots[index].CopyFrame(frame.Data, frame.TimeMs);
                    Completed = row.Message;
                }
            }
            else
            {
                result = frame.Extended && !IsOfThisBus(J1939.Source(frame.Id))
                    ? DecodeResult.ForeignAddress
                    : DecodeResult.UnknownId;
            }

            Counts[(int)result]++;
            return result;
        }

        public MessageSlot Slot(SwapPackMessage message)
        {
            return _slots[(int)message];
        }

        /// <summary>Whether the message came within three of its periods.</summary>
        public bool IsFresh(SwapPackMessage message, long nowMs)
        {
            MessageSlot slot = _slots[(int)message];
            return slot.Received != 0 && nowMs - slot.TimeMs <= _rows[(int)message].StaleMs;
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
            return Counts[(int)result];
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
            Vin.Reset();
            Clear(SwapPackMessage.Vin);
            Clear(SwapPackMessage.Lock);
            ResetPack();
        }

        /// <summary>Forgets the pack and its connector; who the vehicle is and its lock stay.</summary>
        public void ResetPack()
        {
            Completed = SwapPackMessage.None;
            PackCode.Reset();
            for (int i = 0; i < _rows.Length; i++)
            {
                if (i != (int)SwapPackMessage.Vin && i != (int)SwapPackMessage.Lock)
                {
                    Clear((SwapPackMessage)i);
                }
            }
        }

        private void Clear(SwapPackMessage message)
        {
            int index = (int)message;
            _slots[index].Clear();
            _results[index] = DecodeResult.None;
            if (_lives[index] != null)
            {
                _lives[index].Reset();
            }
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
                DecodeResult life = _lives[(int)row.Message].Accept((int)row.Counter.Raw(frame.Data), frame.TimeMs);
                if (life != DecodeResult.Ok)
                {
                    return life;
                }
            }

            return row.Message == SwapPackMessage.Vin ? Vin.Accept(frame.Data)
                : row.InParts ? PackCode.Accept(
                    (int)row.Message - (int)SwapPackMessage.PackCode1 + 1, frame.Data)
                : DecodeResult.Ok;
        }

        /// <summary>Where that identifier stands, or an empty place.</summary>
        private int PlaceOf(uint id)
        {
            int place = (int)((id >> 16) ^ (id >> 13)) & (IdPlaces - 1);
            while (_byId[place] != null && _byId[place].Id != id)
            {
                place = (place + 1) & (IdPlaces - 1);
            }

            return place;
        }

        private static bool IsOfThisBus(int source)
        {
            return source == SwapPackMessages.BmsAddress || source == SwapPackMessages.VehicleAddress
                || source == SwapPackMessages.SwapControllerAddress || source == SwapPackMessages.ThermalAddress
                || source == SwapPackMessages.ThermalBmsAddress;
        }
    }
}

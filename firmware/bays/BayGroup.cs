using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>The bays of a node in a pass, and their side of the station link.</summary>
    public sealed class BayGroup : NodeRole
    {
        private readonly NodeSettings _settings;
        private readonly ICanBus _link;
        private readonly ICanBus[] _chargerBuses;
        private readonly BayRequestFrame _request = new BayRequestFrame();
        private readonly LanePhaseFrame _lane = new LanePhaseFrame();
        private readonly BayStatusFrame _status = new BayStatusFrame();
        private readonly BayPackFrame _pack = new BayPackFrame();
        private readonly BayGrantFrame _grant = new BayGrantFrame();
        private readonly LaneEar _ear = new LaneEar();
        private readonly BayMemory _memory;
        private readonly PowerLimits _limits;
        private readonly CanFrame _in = new CanFrame();
        private readonly CanFrame _out = new CanFrame();
        private long _reportedMs;

        // What the announcement in _lane said, but for its life counter.
        private ulong _laneSaid;
        private long _packMs;
        private int _life;
        private int _packLife;
        private int _grantLife;

        /// <summary>In the order of the settings.</summary>
        public readonly Bay[] Bays;

        /// <summary>Frames that had no room for a value and were not sent; none is known. Only grows.</summary>
        public uint Unsent;

        public BayGroup(NodeSettings settings, BayPorts ports, EventWriter events)
            : base(settings)
        {
            _settings = settings;
            _link = ports.Link;
            _chargerBuses = ports.ChargerBuses;
            _memory = new BayMemory(ports.Store);
            _limits = new PowerLimits(settings);
            Bays = new Bay[settings.Bays.Length];
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i] = new Bay(settings, i, ports, events);
            }
        }

        /// <summary>No bay is kept for a lane.</summary>
        public override bool IsIdle
        {
            get
            {
                bool idle = true;
                for (int i = 0; i < Bays.Length; i++)
                {
                    idle = idle && Bays[i].Reservation.KeptLane == 0;
                }

                return idle;
            }
        }

        public override bool IsAttended
        {
            get
            {
                bool attended = false;
                for (int i = 0; i < Bays.Length; i++)
                {
                    attended = attended || Bays[i].IsAttended;
                }

                return attended;
            }
        }

        public override bool ReadBus(int index, BusFigures into)
        {
            if (index == 0)
            {
                into.Take(BusKind.StationLink, 0, _link, null, _in);
            }
            else if (index <= Bays.Length)
            {
                Bay bay = Bays[index - 1];
                into.Take(
                    BusKind.Charger, bay.Number, _chargerBuses[index - 1], bay.Pack.Bus.Counts.All, bay.Last);
            }

            return index <= Bays.Length;
        }

        public override CommandReason Limit(CommandRecord command, long utcMs, long nowMs)
        {
            return _limits.Set(command, utcMs, nowMs);
        }

        public override void Start(long nowMs)
        {
            _memory.Open();
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i].Start(_memory, nowMs);
            }
        }

        /// <summary>The bay of that number, null when it is another node's.</summary>
        public Bay Find(int number)
        {
            for (int i = 0; i < Bays.Length; i++)
            {
                if (Bays[i].Number == number)
                {
                    return Bays[i];
                }
            }

            return null;
        }

        public override bool Keep(long nowMs)
        {
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i].Remember(_memory);
            }

            return _memory.Keep(nowMs);
        }

        public override void Describe(int bay, BayStatusFrame into, long nowMs)
        {
            Bays[bay].Describe(into, nowMs);
        }

        public override int BayState(int bay)
        {
            Bay its = Bays[bay];
            return TelemetrySources.BayState(its.Presence, its.Pack.Session.Stage, its.Isolated);
        }

        public override bool ReadPack(int place, long nowMs, TelemetryReading subject, PackReading into)
        {
            Bay bay = Bays[place];
            subject.Bay = bay.Number;
            subject.Serial = bay.Records.PackSerial;
            subject.Alarm = bay.Pack.Warnings.Highest() >= EventWriter.AlarmLevel;
            if (bay.Presence != BayPresence.Occupied)
            {
                return false;
            }

            bay.Pack.Read(nowMs, into);
            return true;
        }

        public override void Pass(long nowMs)
        {
            Listen(nowMs);
            _limits.Begin(nowMs);
            for (int i = 0; i < Bays.Length; i++)
            {
                Bay bay = Bays[i];
                bay.Pass(_limits, nowMs);
                Observed.See(i + 1, bay.Number, bay.Levels);
            }

            Report(nowMs);
            ReportPacks(nowMs);
        }

        private void Listen(long nowMs)
        {
            while (_link.Receive(_in))
            {
                int pgn = J1939.Pgn(_in.Id);
                if (pgn == BayRequestFrame.Pgn && _request.Read(_in) == DecodeResult.Ok)
                {
                    Answer(nowMs);
                }
                else if (pgn == LanePhaseFrame.Pgn && ReadLane() && _ear.IsNew(_lane, nowMs))
                {
                    for (int i = 0; i < Bays.Length; i++)
                    {
                        Bays[i].HearLane(_lane, nowMs);
                    }
                }
            }
        }

        /// <summary>An announcement, which most often says what the last one said.</summary>
        private bool ReadLane()
        {
            ulong word = _in.Extended && _in.Length == StationLink.Length ? Bytes.ReadUInt64(_in.Data, 0) : 0;
            if (word >> 8 != _laneSaid || _laneSaid == 0)
            {
                bool read = _lane.Read(_in) == DecodeResult.Ok;
                _laneSaid = read ? word >> 8 : _laneSaid;
                return read;
            }

            _lane.Life = (int)word & 0xFF;
            return true;
        }

        private void Answer(long nowMs)
        {
            Bay bay = Find(_request.Bay);
            BayAnswer answer = bay == null ? BayAnswer.None
                : _request.Version != StationLink.ProtocolVersion ? BayAnswer.RefusedVersion
                : bay.Ask(_request.Lane, _request.Operation, nowMs);
            if (answer == BayAnswer.None)
            {
                return;
            }

            _grant.Source = _settings.LinkAddress;
            _grantLife = (_grantLife + 1) & 0xFF;
            _grant.Life = _grantLife;
            _grant.Lane = _request.Lane;
            _grant.Bay = _request.Bay;
            _grant.Operation = _request.Operation;
            _grant.RequestId = _request.RequestId;
            _grant.Answer = answer;
            Send(_grant.Write(_out));
        }

        private void Send(bool written)
        {
            if (written)
            {
                _link.Send(_out);
            }
            else
            {
                Unsent++;
            }
        }

        private void ReportPacks(long nowMs)
        {
            if (nowMs - _packMs < BayPackFrame.PeriodMs)
            {
                return;
            }

            _packMs = nowMs;
            _packLife = (_packLife + 1) & 0xFF;
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i].Describe(_pack, nowMs);
                _pack.Source = _settings.LinkAddress;
                _pack.Life = _packLife;
                Send(_pack.Write(_out));
            }
        }

        private void Report(long nowMs)
        {
            if (nowMs - _reportedMs < BayStatusFrame.PeriodMs)
            {
                return;
            }

            _reportedMs = nowMs;
            _life = (_life + 1) & 0xFF;
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i].Describe(_status, nowMs);
                _status.Source = _settings.LinkAddress;
                _status.Life = _life;
                Send(_status.Write(_out));
            }
        }
    }
}

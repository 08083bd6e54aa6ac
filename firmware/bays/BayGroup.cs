using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>The bays of a node in a pass, and their side of the station link.</summary>
    public sealed class BayGroup
    {
        private readonly NodeSettings _settings;
        private readonly ICanBus _link;
        private readonly BayRequestFrame _request = new BayRequestFrame();
        private readonly LanePhaseFrame _lane = new LanePhaseFrame();
        private readonly BayStatusFrame _status = new BayStatusFrame();
        private readonly BayPackFrame _pack = new BayPackFrame();
        private readonly BayGrantFrame _grant = new BayGrantFrame();
        private readonly LaneEar _ear = new LaneEar();
        private readonly BayMemory _memory;
        private readonly CanFrame _in = new CanFrame();
        private readonly CanFrame _out = new CanFrame();
        private long _reportedMs;
        private long _packMs;
        private int _life;
        private int _packLife;
        private int _grantLife;

        /// <summary>In the order of the settings.</summary>
        public readonly Bay[] Bays;

        public readonly PowerLimits Limits;

        /// <summary>Frames that had no room for a value and were not sent; none is known. Only grows.</summary>
        public uint Unsent;

        public BayGroup(NodeSettings settings, NodePorts ports, EventWriter events)
        {
            _settings = settings;
            _link = ports.Link;
            _memory = new BayMemory(ports.Store);
            Limits = new PowerLimits(settings);
            Bays = new Bay[settings.Bays.Length];
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i] = new Bay(settings, i, ports, events);
            }
        }

        /// <summary>Takes over what the bays must not have forgotten. Once.</summary>
        public void Start(long nowMs)
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

        /// <summary>Stores what a restart must not forget: at most one append. True when the store was used.</summary>
        public bool Keep(long nowMs)
        {
            for (int i = 0; i < Bays.Length; i++)
            {
                _memory.Set(i, Bays[i]);
            }

            return _memory.Keep(nowMs);
        }

        public void Pass(long nowMs)
        {
            Listen(nowMs);
            Limits.Begin(nowMs);
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i].Pass(Limits, nowMs);
            }

            Report(nowMs);
            ReportPacks(nowMs);
        }

        private void Listen(long nowMs)
        {
            while (_link.Receive(_in))
            {
                if (_request.Read(_in) == DecodeResult.Ok)
                {
                    Answer(nowMs);
                }
                else if (_lane.Read(_in) == DecodeResult.Ok && _ear.IsNew(_lane, nowMs))
                {
                    for (int i = 0; i < Bays.Length; i++)
                    {
                        Bays[i].HearLane(_lane, nowMs);
                    }
                }
            }
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

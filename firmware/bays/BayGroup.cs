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
        private readonly BayGrantFrame _grant = new BayGrantFrame();
        private readonly CanFrame _in = new CanFrame();
        private readonly CanFrame _out = new CanFrame();
        private long _reportedMs;
        private int _life;
        private int _grantLife;

        /// <summary>In the order of the settings.</summary>
        public readonly Bay[] Bays;

        public BayGroup(NodeSettings settings, NodePorts ports, EventWriter events)
        {
            _settings = settings;
            _link = ports.Link;
            Bays = new Bay[settings.Bays.Length];
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i] = new Bay(settings.Bays[i], i, ports, events);
            }
        }

        public void Pass(long nowMs)
        {
            Listen();
            for (int i = 0; i < Bays.Length; i++)
            {
                Bays[i].Pass(nowMs);
            }

            Report(nowMs);
        }

        private void Listen()
        {
            while (_link.Receive(_in))
            {
                if (_request.Read(_in) == DecodeResult.Ok)
                {
                    Answer();
                }
                else if (_lane.Read(_in) == DecodeResult.Ok)
                {
                    for (int i = 0; i < Bays.Length; i++)
                    {
                        Bays[i].HearLane(_lane.Lane, _lane.StoreBay, _lane.TakeBay);
                    }
                }
            }
        }

        private void Answer()
        {
            for (int i = 0; i < Bays.Length; i++)
            {
                if (Bays[i].Number != _request.Bay)
                {
                    continue;
                }

                _grant.Source = _settings.LinkAddress;
                _grantLife = (_grantLife + 1) & 0xFF;
                _grant.Life = _grantLife;
                _grant.Lane = _request.Lane;
                _grant.Bay = _request.Bay;
                _grant.Operation = _request.Operation;
                _grant.RequestId = _request.RequestId;
                _grant.Answer = _request.Version == StationLink.ProtocolVersion
                    ? Bays[i].Ask(_request.Lane, _request.Operation)
                    : BayAnswer.RefusedVersion;
                if (_grant.Write(_out))
                {
                    _link.Send(_out);
                }
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
                if (_status.Write(_out))
                {
                    _link.Send(_out);
                }
            }
        }
    }
}

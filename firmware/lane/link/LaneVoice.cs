using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a lane says on the station link: where it stands, and which bays it asks for.</summary>
    public sealed class LaneVoice
    {
        private readonly ICanBus _link;
        private readonly NodeSettings _settings;
        private readonly BayRequestFrame _request = new BayRequestFrame();
        private readonly LanePhaseFrame _phase = new LanePhaseFrame();
        private readonly CanFrame _out = new CanFrame();
        private long _requestedMs;
        private long _announcedMs;

        public LaneVoice(ICanBus link, NodeSettings settings)
        {
            _link = link;
            _settings = settings;
        }

        /// <summary>Asks, every period, for what is chosen and not granted yet.</summary>
        public void Ask(BayHold store, BayHold take, int requestId, long nowMs)
        {
            if (nowMs - _requestedMs < BayRequestFrame.PeriodMs)
            {
                return;
            }

            _requestedMs = nowMs;
            _request.Life = (_request.Life + 1) & 0xFF;
            _request.RequestId = requestId;
            Ask(store);
            Ask(take);
        }

        /// <summary>Says where the lane stands, every period, and which bays it names and has.</summary>
        public void Announce(Phase phase, bool moving, BayHold store, BayHold take, long nowMs)
        {
            if (nowMs - _announcedMs < LanePhaseFrame.PeriodMs)
            {
                return;
            }

            _announcedMs = nowMs;
            _phase.Source = _settings.LinkAddress;
            _phase.Life = (_phase.Life + 1) & 0xFF;
            _phase.Lane = _settings.Lane;
            _phase.Phase = (int)phase;
            _phase.StoreBay = store.Bay;
            _phase.TakeBay = take.Bay;
            _phase.Moving = moving;
            _phase.HoldsStore = store.Claims;
            _phase.HoldsTake = take.Claims;
            Send(_phase.Write(_out));
        }

        private void Ask(BayHold hold)
        {
            if (hold.Bay == 0 || hold.Granted)
            {
                return;
            }

            _request.Source = _settings.LinkAddress;
            _request.Lane = _settings.Lane;
            _request.Bay = hold.Bay;
            _request.Operation = hold.Operation;
            Send(_request.Write(_out));
        }

        private void Send(bool written)
        {
            if (written)
            {
                _link.Send(_out);
            }
        }
    }
}

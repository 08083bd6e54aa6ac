using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Requests of a person at one pack place: one for each press of confirm that was seen released before, with the
    /// key on. Each is an audit, done or refused.
    /// </summary>
    public sealed class OperatorPanel
    {
        private const int ReleasedMs = 100;

        private readonly int _place;
        private readonly EventWriter _events;
        private readonly PushButton _confirm = new PushButton(ReleasedMs);
        private bool _pressed;
        private OperatorRequest _last;

        /// <param name="place">Number of the bay or door.</param>
        /// <param name="events">The way into the journal.</param>
        public OperatorPanel(int place, EventWriter events)
        {
            _place = place;
            _events = events;
        }

        /// <summary>What is asked for in this pass; it has been seen in two.</summary>
        public OperatorRequest Take(OperatorInputs inputs, long nowMs)
        {
            bool pressed = inputs.ConfirmPressed;
            bool edge = _confirm.Edge(pressed, pressed && _pressed, nowMs) && inputs.Request == _last;
            _pressed = pressed;
            _last = inputs.Request;
            return edge && inputs.KeySwitchOn ? inputs.Request : OperatorRequest.None;
        }

        /// <summary>What a request says of the next pack; None when it is about something else.</summary>
        public static CustodyReason ReasonOf(OperatorRequest request)
        {
            switch (request)
            {
                case OperatorRequest.ExpectDelivery:
                    return CustodyReason.Delivery;
                case OperatorRequest.ExpectDispatch:
                    return CustodyReason.Dispatch;
                case OperatorRequest.ExpectService:
                    return CustodyReason.Service;
                default:
                    return CustodyReason.None;
            }
        }

        public void Record(OperatorRequest request, bool done, long nowMs)
        {
            EventRecord audit = _events.Begin(EventKind.Audit, nowMs);
            audit.Action = done ? AuditAction.OperatorRequest : AuditAction.Refused;
            audit.Issuer = Issuer.Local;
            audit.Bay = _place;
            audit.Value = (int)request;
            _events.Add();
        }
    }
}

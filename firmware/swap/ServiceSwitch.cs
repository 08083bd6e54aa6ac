using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// How a person at the station works the latch: the selector on closed, with the key on, sets it; the selector
    /// elsewhere, the key on and confirm pressed while the node is out of service takes it away again.
    /// </summary>
    public sealed class ServiceSwitch
    {
        private readonly ServiceLatch _latch;
        private bool _was;

        public ServiceSwitch(ServiceLatch latch)
        {
            _latch = latch;
        }

        /// <param name="closed">Level of the selector's contact; it counts when two passes have seen it.</param>
        /// <param name="phase">Where the machine stands.</param>
        /// <param name="seen">The facts of this pass.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public void Pass(bool closed, Phase phase, Fact seen, long nowMs)
        {
            const Fact confirmed = Fact.Confirmed | Fact.KeySwitchOn;
            bool settled = closed == _was;
            _was = closed;
            if (!settled)
            {
                return;
            }

            bool own = _latch.IsSetBy(Issuer.Local);
            if (closed && !own && (seen & Fact.KeySwitchOn) != Fact.None)
            {
                _latch.Set(Issuer.Local, 0, nowMs);
            }
            else if (!closed && (own || _latch.IsUnreadable) && phase == Phase.OutOfService
                && (seen & (confirmed | Fact.MaintenanceSelected)) == confirmed)
            {
                _latch.Clear(Issuer.Local, 0, nowMs);
            }
        }
    }
}

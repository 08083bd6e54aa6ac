using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>One bay as a lane last heard of it over the station link.</summary>
    public sealed class BayView
    {
        public readonly BayStatusFrame Last = new BayStatusFrame();
        public long HeardMs;
        public bool Heard;

        /// <summary>The bay has refused this lane in the current swap.</summary>
        public BayAnswer Refused;

        private readonly LifeCounter _life = new LifeCounter(StationLink.LifeWrap, 3, 1000);

        public void Take(BayStatusFrame status, long nowMs)
        {
            if (_life.Accept(status.Life, nowMs) != DecodeResult.Ok)
            {
                return;
            }

            Last.Bay = status.Bay;
            Last.Presence = status.Presence;
            Last.PowerOff = status.PowerOff;
            Last.Healthy = status.Healthy;
            Last.Isolated = status.Isolated;
            Last.ChargePermille = status.ChargePermille;
            Last.ChargeKnown = status.ChargeKnown;
            Last.ReservedBy = status.ReservedBy;
            Last.PackSerial = status.PackSerial;
            Last.PackSerialKnown = status.PackSerialKnown;
            HeardMs = nowMs;
            Heard = true;
        }

        /// <summary>Heard within three periods, with a life counter that moves.</summary>
        public bool IsFresh(long nowMs)
        {
            return Heard && nowMs - HeardMs <= BayStatusFrame.PeriodMs * StationLink.StalePeriods;
        }
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>One bay as a lane last heard of it over the station link.</summary>
    public sealed class BayView
    {
        public readonly BayStatusFrame Last = new BayStatusFrame();
        public long HeardMs;
        public bool Heard;

        /// <summary>The last of what it said of its pack; of meaning while <see cref="IsPackHeard"/>.</summary>
        public readonly BayPackFrame Pack = new BayPackFrame();

        /// <summary>The bay has refused this lane in the current swap, or not answered it.</summary>
        public bool IsRefused;

        private long _packMs;

        // What the last status and the last frame of its pack said: their payloads but for the life counter.
        private ulong _said;
        private ulong _saidOfPack;

        private readonly LifeCounter _life = new LifeCounter(StationLink.LifeWrap, 3, 1000);

        /// <summary>Takes a frame that says what the last one of its kind said; false when it says something else.
        /// </summary>
        public bool TakeAgain(int pgn, ulong payload, long nowMs)
        {
            if (pgn == BayStatusFrame.Pgn && payload >> 8 == _said)
            {
                HeardMs = _life.Accept((int)payload & 0xFF, nowMs) == DecodeResult.Ok ? nowMs : HeardMs;
                return true;
            }

            bool ofPack = pgn == BayPackFrame.Pgn && payload >> 8 == _saidOfPack;
            _packMs = ofPack ? nowMs : _packMs;
            return ofPack;
        }

        public void Take(BayStatusFrame status, ulong payload, long nowMs)
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
            Last.Smoke = status.Smoke;
            Last.ChargePermille = status.ChargePermille;
            Last.ChargeKnown = status.ChargeKnown;
            Last.ReservedBy = status.ReservedBy;
            Last.PackSerial = status.PackSerial;
            Last.PackSerialKnown = status.PackSerialKnown;
            HeardMs = nowMs;
            Heard = true;
            _said = payload >> 8;
        }

        public void TakePack(BayPackFrame pack, ulong payload, long nowMs)
        {
            Pack.Interface = pack.Interface;
            Pack.HottestC = pack.HottestC;
            Pack.HottestKnown = pack.HottestKnown;
            Pack.Watched = pack.Watched;
            Pack.Owner = pack.Owner;
            Pack.PackSerial = pack.PackSerial;
            Pack.PackSerialKnown = pack.PackSerialKnown;
            _packMs = nowMs;
            _saidOfPack = payload >> 8;
        }

        /// <summary>One of them said so last.</summary>
        public static bool AnySmoke(BayView[] bays)
        {
            bool any = false;
            for (int i = 0; i < bays.Length; i++)
            {
                any |= bays[i].Last.Smoke;
            }

            return any;
        }

        /// <summary>What it said of its pack is recent, and of the pack that its status names.</summary>
        public bool IsPackHeard(long nowMs)
        {
            return Pack.PackSerialKnown && Last.PackSerialKnown && Pack.PackSerial == Last.PackSerial
                && nowMs - _packMs <= BayPackFrame.PeriodMs * StationLink.StalePeriods;
        }

        /// <summary>Heard within three periods, with a life counter that moves.</summary>
        public bool IsFresh(long nowMs)
        {
            return Heard && nowMs - HeardMs <= BayStatusFrame.PeriodMs * StationLink.StalePeriods;
        }
    }
}

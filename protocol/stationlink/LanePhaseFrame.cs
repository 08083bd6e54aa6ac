using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>Where a lane stands in its swap, for the bays it works with; every period.</summary>
    public sealed class LanePhaseFrame
    {
        public const int Pgn = 0xFF53;
        public const int PeriodMs = 500;

        public const long LifeSignal =        0 + 8 * Bits;
        public const long LaneSignal =        8 + 8 * Bits;
        public const long PhaseSignal =      16 + 8 * Bits;
        public const long StoreBaySignal =   24 + 8 * Bits;
        public const long TakeBaySignal =    32 + 8 * Bits;
        public const long MovingSignal =     40 + 1 * Bits;
        public const long HoldsStoreSignal = 41 + 1 * Bits;
        public const long HoldsTakeSignal =  42 + 1 * Bits;
        public const long VersionSignal =    48 + 8 * Bits;

        /// <summary>Address of the sending node.</summary>
        public int Source;
        public int Life;
        public int Lane;

        /// <summary>Number of the swap machine's phase.</summary>
        public int Phase;

        /// <summary>Bay that takes the old pack, 0 for none yet.</summary>
        public int StoreBay;

        /// <summary>Bay that gives the new pack, 0 for none yet.</summary>
        public int TakeBay;

        /// <summary>A motion request of the lane is on.</summary>
        public bool Moving;

        /// <summary>
        /// The store bay was granted to it, in this swap or before a restart: a bay that has forgotten takes it over.
        /// </summary>
        public bool HoldsStore;

        /// <summary>The same of the take bay.</summary>
        public bool HoldsTake;

        /// <summary>Version of the link that the lane speaks.</summary>
        public int Version = StationLink.ProtocolVersion;

        /// <summary>False when a value does not fit its field; the frame is then not to be sent.</summary>
        public bool Write(CanFrame into)
        {
            StationLink.Begin(into, Pgn, Source);
            byte[] data = into.Data;
            MovingSignal.WriteRaw(data, Moving ? 1u : 0u);
            HoldsStoreSignal.WriteRaw(data, HoldsStore ? 1u : 0u);
            HoldsTakeSignal.WriteRaw(data, HoldsTake ? 1u : 0u);
            return LifeSignal.Write(data, Life)
                && Lane > 0 && LaneSignal.Write(data, Lane)
                && PhaseSignal.Write(data, Phase)
                && StoreBaySignal.Write(data, StoreBay)
                && TakeBaySignal.Write(data, TakeBay)
                && VersionSignal.Write(data, Version);
        }

        /// <summary>Ok, UnknownId, Short or Malformed; only Ok changes this object.</summary>
        public DecodeResult Read(CanFrame frame)
        {
            DecodeResult result = StationLink.Check(frame, Pgn);
            byte[] data = frame.Data;
            if (result != DecodeResult.Ok)
            {
                return result;
            }

            if (LaneSignal.Raw(data) == 0)
            {
                return DecodeResult.Malformed;
            }

            Source = J1939.Source(frame.Id);
            Life = LifeSignal.Read(data);
            Lane = LaneSignal.Read(data);
            Phase = PhaseSignal.Read(data);
            StoreBay = StoreBaySignal.Read(data);
            TakeBay = TakeBaySignal.Read(data);
            Moving = MovingSignal.Raw(data) == 1;
            HoldsStore = HoldsStoreSignal.Raw(data) == 1;
            HoldsTake = HoldsTakeSignal.Raw(data) == 1;
            Version = VersionSignal.Read(data);
            return DecodeResult.Ok;
        }
    }
}

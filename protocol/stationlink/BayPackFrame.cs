using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// What a lane must know of the pack in a bay beside <see cref="BayStatusFrame"/>; sent for each bay, every period.
    /// It counts only together with a bay status of the same serial number. Reused: Read fills it, Write sends it.
    /// </summary>
    public sealed class BayPackFrame
    {
        public const int Pgn = 0xFF55;
        public const int PeriodMs = 1000;

        public const long LifeSignal =        0 +  8 * Bits;
        public const long BaySignal =         8 +  8 * Bits;
        public const long InterfaceSignal =  16 +  8 * Bits;
        public const long HottestCSignal =   24 +  8 * Bits - 50 * Offset;
        public const long WatchedSignal =    32 +  1 * Bits;
        public const long OwnerSignal =      33 +  2 * Bits;
        public const long PackSerialSignal = 40 + 24 * Bits;

        /// <summary>Address of the sending node.</summary>
        public int Source;
        public int Life;

        /// <summary>Bay of the station, from 1.</summary>
        public int Bay;

        /// <summary>Number of the interface that the bay's packs have, 1 to 254; 0 while it is not known.</summary>
        public int Interface;

        /// <summary>Hottest point as last heard, °C; of meaning while <see cref="HottestKnown"/>.</summary>
        public int HottestC;
        public bool HottestKnown;

        /// <summary>It came lately and is warming up, or nothing was heard of it: not to be handed out.</summary>
        public bool Watched;
        public PackOwner Owner;
        public uint PackSerial;
        public bool PackSerialKnown;

        /// <summary>False when a value does not fit its field; the frame is then not to be sent.</summary>
        public bool Write(CanFrame into)
        {
            StationLink.Begin(into, Pgn, Source);
            byte[] data = into.Data;
            WatchedSignal.WriteRaw(data, Watched ? 1u : 0u);
            return LifeSignal.Write(data, Life)
                && Bay > 0 && BaySignal.Write(data, Bay)
                && Interface < 0xFF && InterfaceSignal.Write(data, Interface)
                && OwnerSignal.Write(data, (int)Owner)
                && (!HottestKnown || (HottestCSignal.Write(data, HottestC) && HottestCSignal.IsAvailable(data)))
                && (!PackSerialKnown || (PackSerial < 0xFFFFFF && PackSerialSignal.Write(data, (int)PackSerial)));
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

            if (BaySignal.Raw(data) == 0)
            {
                return DecodeResult.Malformed;
            }

            Source = J1939.Source(frame.Id);
            Life = LifeSignal.Read(data);
            Bay = BaySignal.Read(data);
            Interface = InterfaceSignal.IsAvailable(data) ? InterfaceSignal.Read(data) : 0;
            HottestKnown = HottestCSignal.IsAvailable(data);
            HottestC = HottestKnown ? HottestCSignal.Read(data) : 0;
            Watched = WatchedSignal.Raw(data) == 1;
            int owner = OwnerSignal.Read(data);
            Owner = owner <= (int)PackOwner.Owned ? (PackOwner)owner : PackOwner.Unknown;
            PackSerialKnown = PackSerialSignal.IsAvailable(data);
            PackSerial = PackSerialKnown ? PackSerialSignal.Raw(data) : 0;
            return DecodeResult.Ok;
        }
    }
}

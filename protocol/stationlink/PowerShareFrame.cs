using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// How much power a bay may draw, from the node that shares the station's connection out; for each bay, every
    /// period. A bay that misses it falls back to a share of its own settings.
    /// </summary>
    public sealed class PowerShareFrame
    {
        public const int Pgn = 0xFF54;
        public const int PeriodMs = 1000;

        public const long LifeSignal =      0 +  8 * Bits;
        public const long VersionSignal =   8 +  8 * Bits;
        public const long BaySignal =      16 +  8 * Bits;
        public const long ShareWSignal =   24 + 16 * Bits + 100 * Factor;
        public const long StationWSignal = 40 + 16 * Bits + 100 * Factor;

        /// <summary>Address of the sending node.</summary>
        public int Source;
        public int Life;
        public int Version = StationLink.ProtocolVersion;
        public int Bay;

        /// <summary>What this bay may draw, in steps of 100 W; 0 is nothing.</summary>
        public int ShareW;

        /// <summary>What the whole station may draw; of meaning while <see cref="StationKnown"/>.</summary>
        public int StationW;
        public bool StationKnown;

        /// <summary>False when a value does not fit its field; the frame is then not to be sent.</summary>
        public bool Write(CanFrame into)
        {
            StationLink.Begin(into, Pgn, Source);
            byte[] data = into.Data;
            return LifeSignal.Write(data, Life)
                && VersionSignal.Write(data, Version)
                && Bay > 0 && BaySignal.Write(data, Bay)
                && ShareWSignal.Write(data, ShareW) && ShareWSignal.IsAvailable(data)
                && (!StationKnown || (StationWSignal.Write(data, StationW) && StationWSignal.IsAvailable(data)));
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

            if (BaySignal.Raw(data) == 0 || !ShareWSignal.IsAvailable(data))
            {
                return DecodeResult.Malformed;
            }

            Source = J1939.Source(frame.Id);
            Life = LifeSignal.Read(data);
            Version = VersionSignal.Read(data);
            Bay = BaySignal.Read(data);
            ShareW = ShareWSignal.Read(data);
            StationKnown = StationWSignal.IsAvailable(data);
            StationW = StationKnown ? StationWSignal.Read(data) : 0;
            return DecodeResult.Ok;
        }
    }
}

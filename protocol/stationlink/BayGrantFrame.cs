using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>A bay's answer to a lane, every period for as long as the request is repeated.</summary>
    public sealed class BayGrantFrame
    {
        public const int Pgn = 0xFF52;
        public const int PeriodMs = 200;

        public const long LifeSignal =       0 +  8 * Bits;
        public const long LaneSignal =       8 +  8 * Bits;
        public const long BaySignal =       16 +  8 * Bits;
        public const long OperationSignal = 24 +  8 * Bits;
        public const long AnswerSignal =    32 +  8 * Bits;
        public const long RequestIdSignal = 40 + 16 * Bits;

        /// <summary>Address of the sending node.</summary>
        public int Source;
        public int Life;
        public int Lane;
        public int Bay;
        public BayOperation Operation;

        /// <summary>An answer that this version does not know is a refusal: only Granted grants.</summary>
        public BayAnswer Answer;
        public int RequestId;

        /// <summary>False when a value does not fit its field; the frame is then not to be sent.</summary>
        public bool Write(CanFrame into)
        {
            StationLink.Begin(into, Pgn, Source);
            byte[] data = into.Data;
            return LifeSignal.Write(data, Life)
                && Lane > 0 && LaneSignal.Write(data, Lane)
                && Bay > 0 && BaySignal.Write(data, Bay)
                && OperationSignal.Write(data, (int)Operation)
                && AnswerSignal.Write(data, (int)Answer)
                && RequestIdSignal.Write(data, RequestId);
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

            int operation = OperationSignal.Read(data);
            if (LaneSignal.Raw(data) == 0 || BaySignal.Raw(data) == 0 || AnswerSignal.Raw(data) == 0
                || operation < (int)BayOperation.ReserveToStore || operation > (int)BayOperation.Release)
            {
                return DecodeResult.Malformed;
            }

            Source = J1939.Source(frame.Id);
            Life = LifeSignal.Read(data);
            Lane = LaneSignal.Read(data);
            Bay = BaySignal.Read(data);
            Operation = (BayOperation)operation;
            Answer = (BayAnswer)AnswerSignal.Read(data);
            RequestId = RequestIdSignal.Read(data);
            return DecodeResult.Ok;
        }
    }
}

using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// One bay, as its node knows it; sent for each bay, every period. Reused: Read fills it, Write sends it.
    /// </summary>
    public sealed class BayStatusFrame
    {
        public const int Pgn = 0xFF50;
        public const int PeriodMs = 200;

        public const long LifeSignal =            0 +  8 * Bits;
        public const long BaySignal =             8 +  8 * Bits;
        public const long PresenceSignal =       16 +  2 * Bits;
        public const long ChargeStageSignal =    18 +  3 * Bits;
        public const long PowerOffSignal =       21 +  1 * Bits;
        public const long HealthySignal =        22 +  1 * Bits;
        public const long IsolatedSignal =       23 +  1 * Bits;
        public const long ChargePermilleSignal = 24 +  8 * Bits + 4 * Factor;
        public const long ReservedBySignal =     32 +  4 * Bits;
        public const long SmokeSignal =          36 +  4 * Bits;
        public const long PackSerialSignal =     40 + 24 * Bits;

        /// <summary>Address of the sending node.</summary>
        public int Source;
        public int Life;

        /// <summary>Bay of the station, from 1.</summary>
        public int Bay;
        public BayPresence Presence;

        /// <summary>The pack monitor's stage, 0 to 7.</summary>
        public int ChargeStage;

        /// <summary>Charger stopped and relays open.</summary>
        public bool PowerOff;

        /// <summary>No alarm on the bay or its pack.</summary>
        public bool Healthy;

        /// <summary>Kept apart: its pack is under watch and may not be handed out.</summary>
        public bool Isolated;

        /// <summary>Smoke in the bay, or its detector's loop is broken.</summary>
        public bool Smoke;

        /// <summary>In steps of 4; of meaning while <see cref="ChargeKnown"/>.</summary>
        public int ChargePermille;
        public bool ChargeKnown;

        /// <summary>Lane that holds the bay, 0 for none.</summary>
        public int ReservedBy;
        public uint PackSerial;
        public bool PackSerialKnown;

        /// <summary>False when a value does not fit its field; the frame is then not to be sent.</summary>
        public bool Write(CanFrame into)
        {
            StationLink.Begin(into, Pgn, Source);

            // The fields fill the frame: each is put at the start of its signal, and it is written in one go.
            int charge = ChargeKnown ? (ChargePermille + 2) / 4 : 0xFF;
            uint serial = PackSerialKnown ? PackSerial : 0xFFFFFF;
            ulong word = (ulong)Life << (int)LifeSignal | (ulong)Bay << (int)BaySignal
                | (ulong)Presence << (int)PresenceSignal | (ulong)ChargeStage << (int)ChargeStageSignal
                | (PowerOff ? 1ul << (int)PowerOffSignal : 0) | (Healthy ? 1ul << (int)HealthySignal : 0)
                | (Isolated ? 1ul << (int)IsolatedSignal : 0) | (ulong)charge << (int)ChargePermilleSignal
                | (ulong)ReservedBy << (int)ReservedBySignal | (Smoke ? 1ul << (int)SmokeSignal : 0)
                | (ulong)serial << (int)PackSerialSignal;
            Bytes.WriteUInt64(into.Data, 0, word);
            return (uint)Life <= 0xFF && Bay > 0 && Bay <= 0xFF && (uint)ChargeStage <= 7 && (uint)ReservedBy <= 15
                && (!ChargeKnown || (uint)ChargePermille <= 1000) && (!PackSerialKnown || PackSerial < 0xFFFFFF);
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
            Presence = (BayPresence)PresenceSignal.Read(data);
            ChargeStage = ChargeStageSignal.Read(data);
            PowerOff = PowerOffSignal.Raw(data) == 1;
            Healthy = HealthySignal.Raw(data) == 1;
            Isolated = IsolatedSignal.Raw(data) == 1;
            Smoke = SmokeSignal.Raw(data) == 1;
            ChargeKnown = ChargePermilleSignal.Read(data) <= 1000;
            ChargePermille = ChargeKnown ? ChargePermilleSignal.Read(data) : 0;
            ReservedBy = ReservedBySignal.Read(data);
            PackSerialKnown = PackSerialSignal.IsAvailable(data);
            PackSerial = PackSerialKnown ? PackSerialSignal.Raw(data) : 0;
            return DecodeResult.Ok;
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>What is expected of one message between charger and BMS.</summary>
    public sealed class ChargeRow
    {
        public readonly ChargeMessage Message;

        /// <summary>As the standard writes it.</summary>
        public readonly string Name;
        public readonly int Pgn;
        public readonly int Priority;

        /// <summary>Shortest and longest that its dialects send.</summary>
        public readonly int MinLength;
        public readonly int MaxLength;
        public readonly int PeriodMs;
        public readonly bool FromCharger;

        /// <summary>Of either side; then FromCharger says nothing.</summary>
        public readonly bool FromEither;

        /// <summary>Sent over the transport protocol.</summary>
        public readonly bool ViaTransport;

        public ChargeRow(ChargeMessage message, string name, int pgn, int priority, int minLength, int maxLength,
            int periodMs, bool fromCharger, bool viaTransport)
        {
            Message = message;
            Name = name;
            Pgn = pgn;
            Priority = priority;
            MinLength = minLength;
            MaxLength = maxLength;
            PeriodMs = periodMs;
            FromCharger = fromCharger;
            ViaTransport = viaTransport;
        }

        /// <summary>A message that is recognised and kept as it came: 1 to so many bytes, at no period.</summary>
        public ChargeRow(ChargeMessage message, string name, int pgn, int priority, int maxLength, bool fromCharger,
            bool fromEither)
            : this(message, name, pgn, priority, 1, maxLength, 0, fromCharger, false)
        {
            FromEither = fromEither;
        }

        /// <summary>Whether it is sent by the charger, or else by the BMS.</summary>
        public bool IsFrom(bool charger)
        {
            return FromEither || FromCharger == charger;
        }

        /// <summary>Identifier of the message, or of its transport request where it goes that way.</summary>
        public uint Id
        {
            get
            {
                int source = FromCharger ? ChargeMessages.ChargerAddress : ChargeMessages.BmsAddress;
                int destination = FromCharger ? ChargeMessages.BmsAddress : ChargeMessages.ChargerAddress;
                return ViaTransport
                    ? J1939.Id(Transport.Priority, Transport.ConnectionPgn, destination, source)
                    : J1939.Id(Priority, Pgn, destination, source);
            }
        }
    }
}

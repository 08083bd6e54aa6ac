namespace SwapEdge.Protocol
{
    /// <summary>
    /// One sample of one subject: who it is, and its fields by the numbers of SPEC.md. Made once and filled again.
    /// </summary>
    public sealed class TelemetryReading
    {
        /// <summary>Fields at most: with the bit for qualities a mask has 32.</summary>
        public const int FieldRoom = 31;

        /// <summary>Characters of a name at most.</summary>
        public const int NameRoom = BatteryCode.MaxLength;

        public TelemetrySubject Subject;

        /// <summary>Where it is, from 1; 0 for nowhere in particular.</summary>
        public int Bay;

        /// <summary>Serial number of a pack, 0 while it is not known.</summary>
        public uint Serial;

        /// <summary>Pack code or vehicle identity; belongs to whoever filled this in.</summary>
        public byte[] Name;
        public int NameLength;

        /// <summary>Fields that count.</summary>
        public int Fields;
        public readonly int[] Values = new int[FieldRoom];

        /// <summary>Two bits for each field, a <see cref="Quality"/>.</summary>
        public ulong Qualities;

        /// <summary>Something severe stands: sampled every second.</summary>
        public bool Alarm;

        public void Begin(TelemetrySubject subject)
        {
            Subject = subject;
            Bay = 0;
            Serial = 0;
            NameLength = 0;
            Fields = 0;
            Qualities = 0;
        }

        /// <summary>Adds the next field.</summary>
        public void Add(int value, Quality quality)
        {
            Values[Fields] = value;
            Qualities |= (ulong)quality << (2 * Fields);
            Fields++;
        }

        /// <summary>Differs where the identity does.</summary>
        public uint Mark()
        {
            return Serial ^ (NameLength == 0 ? 0 : Crc32.Compute(Name, 0, NameLength));
        }
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>Why the last choice of a bay or a door fell as it did, for the record.</summary>
    public abstract class ChoiceNotes
    {
        private const int Reasons = 15;
        private const int BitsOfCount = 4;
        private const int MostCounted = 15;

        private readonly int[] _passed = new int[Reasons];

        /// <summary>Why this one; None when the choice found none.</summary>
        public ChoiceReason Reason;

        /// <summary>How many the last choice passed over for that reason.</summary>
        public int Count(PassedOver why)
        {
            return _passed[(int)why];
        }

        /// <summary>
        /// The reason in the lowest four bits, above them four bits a <see cref="PassedOver"/> for how many; 15 is 15
        /// or more.
        /// </summary>
        public ulong Packed()
        {
            ulong packed = (ulong)(int)Reason;
            for (int i = 1; i < Reasons; i++)
            {
                int count = _passed[i] > MostCounted ? MostCounted : _passed[i];
                packed |= (ulong)count << (i * BitsOfCount);
            }

            return packed;
        }

        public void Clear()
        {
            Reason = ChoiceReason.None;
            for (int i = 0; i < Reasons; i++)
            {
                _passed[i] = 0;
            }
        }

        protected void Note(PassedOver why)
        {
            _passed[(int)why]++;
        }
    }
}

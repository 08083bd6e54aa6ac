namespace SwapEdge.Boards
{
    /// <summary>
    /// The lines of all banks under one number: bank * 32 + line. A line of <see cref="None"/> is not wired; it reads
    /// false and takes nothing.
    /// </summary>
    public sealed class Lines
    {
        public const int None = -1;
        public const int Bank = 32;

        private readonly ILineBank[] _banks;
        private readonly int[] _inputs;
        private readonly int[] _outputs;

        /// <summary>At the last <see cref="Refresh"/>: all banks can be trusted.</summary>
        public bool IsSound = true;

        /// <summary>Then: some bank may drive what nobody asks for.</summary>
        public bool MayDrive;

        /// <param name="banks">Written in this order.</param>
        public Lines(ILineBank[] banks)
        {
            _banks = banks;
            _inputs = new int[banks.Length];
            _outputs = new int[banks.Length];
        }

        /// <summary>Reads all inputs, once a pass.</summary>
        public void Refresh()
        {
            IsSound = true;
            MayDrive = false;
            for (int i = 0; i < _banks.Length; i++)
            {
                _inputs[i] = _banks[i].Read();
                IsSound &= _banks[i].IsSound;
                MayDrive |= _banks[i].MayDrive;
            }
        }

        public bool On(int line)
        {
            return line >= 0 && ((_inputs[line >> 5] >> (line & 31)) & 1) != 0;
        }

        /// <summary>The number that lines spell, the first its lowest bit.</summary>
        public int Code(int[] lines, int first, int count)
        {
            int code = 0;
            for (int i = 0; i < count; i++)
            {
                code |= On(lines[first + i]) ? 1 << i : 0;
            }

            return code;
        }

        /// <summary>Asks for a level; <see cref="Apply"/> gives it.</summary>
        public void Set(int line, bool on)
        {
            if (line >= 0)
            {
                int bit = 1 << (line & 31);
                _outputs[line >> 5] = on ? _outputs[line >> 5] | bit : _outputs[line >> 5] & ~bit;
            }
        }

        /// <summary>Spells a number, the first line its lowest bit.</summary>
        public void SetCode(int[] lines, int code)
        {
            for (int i = 0; i < lines.Length; i++)
            {
                Set(lines[i], ((code >> i) & 1) != 0);
            }
        }

        /// <summary>Writes what has changed.</summary>
        public void Apply()
        {
            for (int i = 0; i < _banks.Length; i++)
            {
                _banks[i].Write(_outputs[i]);
            }
        }
    }
}

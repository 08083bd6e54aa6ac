namespace SwapEdge.Protocol
{
    /// <summary>
    /// Puts the pack's code together from its parts. What is kept is raw: whether it is a code of GB/T 34014 is another
    /// question. A part that changes after it was seen starts it anew.
    /// </summary>
    public sealed class PackCodeAssembly
    {
        /// <summary>The first <see cref="Length"/> bytes are the code while <see cref="IsComplete"/>.</summary>
        public readonly byte[] Code = new byte[PackCode.MaxLength];

        public int Length;
        public int Maker;
        public bool IsComplete;

        /// <summary>
        /// Serial number in the complete code; 0 when it has none, is not complete, or has characters that are not the
        /// standard's.
        /// </summary>
        public uint Serial;

        private int _seen;

        /// <summary>Takes part 1 to 4, already checked for length and checksum.</summary>
        public DecodeResult Accept(int part, byte[] data)
        {
            int from = part == 1 ? PackCode.FirstTextOffset : PackCode.TextOffset;
            int count = part == 1 ? PackCode.FirstPartLength : PackCode.PartLength;
            int to = part == 1 ? 0 : PackCode.FirstPartLength + (part - 2) * PackCode.PartLength;
            if (part == 1)
            {
                int length = PackCode.CodeLength.Read(data);
                if (length == 0 || length > PackCode.MaxLength)
                {
                    Reset();
                    return DecodeResult.Malformed;
                }

                if (Length != 0 && length != Length)
                {
                    Reset();
                }

                Length = length;
                Maker = PackCode.Maker.Read(data);
            }

            int bit = 1 << part;
            if ((_seen & bit) != 0)
            {
                if (Bytes.AreSame(Code, to, data, from, count))
                {
                    return DecodeResult.Ok;
                }

                _seen = 0;
                IsComplete = false;
            }

            System.Array.Copy(data, from, Code, to, count);
            _seen |= bit;
            IsComplete = HasAllParts() && IsPrintable();
            Serial = IsComplete && BatteryCode.IsWritten(Code, Length) ? BatteryCode.SerialOf(Code, Length) : 0;
            return DecodeResult.Ok;
        }

        public void Reset()
        {
            _seen = 0;
            Length = 0;
            Maker = 0;
            Serial = 0;
            IsComplete = false;
        }

        private bool HasAllParts()
        {
            int needed = 1 << 1;
            for (int part = 2; part <= PackCode.Parts; part++)
            {
                if (Length > PackCode.FirstPartLength + (part - 2) * PackCode.PartLength)
                {
                    needed |= 1 << part;
                }
            }

            return Length != 0 && (_seen & needed) == needed;
        }

        private bool IsPrintable()
        {
            for (int i = 0; i < Length; i++)
            {
                if (Code[i] <= (byte)' ' || Code[i] > (byte)'~')
                {
                    return false;
                }
            }

            return true;
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Puts the vehicle identification together from its three parts. A part that changes after it was seen starts it
    /// anew: it is another vehicle, or a wrong part.
    /// </summary>
    public sealed class VinAssembly
    {
        /// <summary>17 characters, of meaning while <see cref="IsComplete"/>.</summary>
        public readonly byte[] Vin = new byte[VinFrame.VinLength];

        public bool IsComplete;

        private const int ZeroBased = 0x07;
        private const int OneBased = 0x0E;

        // By index as sent: 0..2 where the first is 0, 1..3 where it is 1.
        private readonly byte[] _parts = new byte[4 * VinFrame.PartLength];
        private readonly ulong[] _frames = new ulong[4];
        private int _seen;

        public DecodeResult Accept(byte[] data)
        {
            int index = VinFrame.Index.Read(data);
            if (index > VinFrame.Parts)
            {
                return DecodeResult.Malformed;
            }

            int bit = 1 << index;
            ulong frame = System.BitConverter.ToUInt64(data, 0);
            if ((_seen & bit) != 0 && _frames[index] == frame)
            {
                return DecodeResult.Ok;
            }

            if ((_seen & bit) != 0 || ((_seen | bit) & 0x09) == 0x09)
            {
                Reset();
            }

            System.Array.Copy(data, VinFrame.TextOffset, _parts, index * VinFrame.PartLength, VinFrame.PartLength);
            _frames[index] = frame;
            _seen |= bit;
            Assemble();
            return DecodeResult.Ok;
        }

        public void Reset()
        {
            _seen = 0;
            IsComplete = false;
        }

        private void Assemble()
        {
            if (_seen != ZeroBased && _seen != OneBased)
            {
                return;
            }

            int first = _seen == ZeroBased ? 0 : VinFrame.PartLength;
            IsComplete = true;
            for (int i = 0; i < VinFrame.VinLength; i++)
            {
                byte character = _parts[first + i];
                Vin[i] = character;
                if (!IsLetterOrDigit(character))
                {
                    IsComplete = false;
                }
            }
        }

        private static bool IsLetterOrDigit(byte character)
        {
            return (character >= (byte)'0' && character <= (byte)'9')
                || (character >= (byte)'A' && character <= (byte)'Z');
        }
    }
}

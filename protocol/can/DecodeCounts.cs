namespace SwapEdge.Protocol
{
    /// <summary>One counter for each <see cref="DecodeResult"/>. They only grow, and wrap at 2^32.</summary>
    public sealed class DecodeCounts
    {
        /// <summary>More than there are results.</summary>
        public const int Room = 32;

        /// <summary>By the number of the result.</summary>
        public readonly uint[] All = new uint[Room];

        /// <summary>Counts a result and hands it back, so that a refusal is one line.</summary>
        public DecodeResult Add(DecodeResult result)
        {
            All[(int)result]++;
            return result;
        }

        public uint Of(DecodeResult result)
        {
            return All[(int)result];
        }
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Whether a signed message is from who has this node's key.</summary>
    public sealed class MacCheck
    {
        private readonly IMac _mac;
        private readonly byte[] _digest = new byte[SignedRecord.MacLength];

        public MacCheck(IMac mac)
        {
            _mac = mac;
        }

        /// <summary>The MAC is true for the body, both where the record says.</summary>
        public bool Fits(byte[] message, SignedRecord record)
        {
            _mac.Compute(message, record.BodyOffset, record.BodyLength, _digest);

            // All bytes are compared: how long it takes tells nothing.
            int difference = 0;
            for (int i = 0; i < SignedRecord.MacLength; i++)
            {
                difference |= _digest[i] ^ message[record.MacOffset + i];
            }

            return difference == 0;
        }
    }
}

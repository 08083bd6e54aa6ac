namespace SwapEdge.Protocol
{
    /// <summary>
    /// <c>Signed</c> of city.proto: where its body and its MAC lie in the message. A true MAC is the caller's to ask
    /// for, before a field of the body is used.
    /// </summary>
    public abstract class SignedRecord
    {
        /// <summary>HMAC-SHA256.</summary>
        public const int MacLength = 32;

        /// <summary>Field 1, varint; all kinds are below 128.</summary>
        private const byte KindTag = 1 << 3;

        /// <summary>The bytes that the MAC is over.</summary>
        public int BodyOffset;

        public int BodyLength;

        public int MacOffset;

        /// <summary>
        /// Finds body and MAC; Short or Malformed when they are not there, UnknownId when the body does not begin with
        /// its kind. Elsewhere in a body it would not be enough: what is signed for another purpose, the chain of the
        /// journal too, could be made to hold one.
        /// </summary>
        internal DecodeResult Open(byte[] data, int offset, int length, SignedKind kind)
        {
            if (!ProtoReader.IsRange(data, offset, length))
            {
                return DecodeResult.Short;
            }

            int end = offset + length;
            int at = offset;
            int bodyEnd = -1;
            int macEnd = -1;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                if (tag == ((1 << 3) | ProtoReader.WireBytes))
                {
                    bodyEnd = at;
                    BodyLength = (int)value;
                }
                else if (tag == ((2 << 3) | ProtoReader.WireBytes))
                {
                    macEnd = value == MacLength ? at : -1;
                }
            }

            BodyOffset = bodyEnd - BodyLength;
            MacOffset = macEnd - MacLength;
            return bodyEnd < 0 || macEnd < 0 ? DecodeResult.Malformed
                : BodyLength < 2 || data[BodyOffset] != KindTag || data[BodyOffset + 1] != (byte)kind
                    ? DecodeResult.UnknownId
                : DecodeResult.Ok;
        }
    }
}

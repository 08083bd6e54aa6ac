namespace SwapEdge.Protocol
{
    /// <summary>Builds what a charger or a BMS sends. A bay only listens: this is for those who play them.</summary>
    public static class ChargeFrame
    {
        /// <summary>Fills a payload with ones: what is not written afterwards is sent as "not available".</summary>
        public static void Blank(byte[] payload)
        {
            for (int i = 0; i < payload.Length; i++)
            {
                payload[i] = 0xFF;
            }
        }

        /// <summary>
        /// Makes the frame of a message. False, and nothing written, when it goes over transport or its length is none
        /// that the message has.
        /// </summary>
        public static bool Build(ChargeMessage message, byte[] payload, int length, CanFrame into)
        {
            ChargeRow row = ChargeMessages.Row(message);
            if (row.ViaTransport || length < row.MinLength || length > row.MaxLength || length == 0)
            {
                return false;
            }

            into.Id = row.Id;
            into.Extended = true;
            into.Length = length;
            for (int i = 0; i < into.Data.Length; i++)
            {
                into.Data[i] = i < length ? payload[i] : (byte)0xFF;
            }

            return true;
        }
    }
}

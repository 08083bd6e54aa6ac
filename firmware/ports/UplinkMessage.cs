namespace SwapEdge.Firmware
{
    /// <summary>
    /// A received message. Made once with its room and reused; of one with a greater length the payload is not here.
    /// </summary>
    public sealed class UplinkMessage
    {
        public readonly byte[] Payload;
        public int Length;
        public string Topic;

        public bool Retained;

        public UplinkMessage(int room)
        {
            Payload = new byte[room];
        }
    }
}

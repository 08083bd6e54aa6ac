namespace SwapEdge.Protocol
{
    /// <summary>
    /// The last good copy of one message. Bytes that the message did not have read as 0xFF, which is "not available",
    /// so a signal may be read whether its dialect sends it or not.
    /// </summary>
    public sealed class MessageSlot
    {
        public readonly byte[] Data;

        /// <summary>
        /// The first eight bytes as one number, of meaning for messages that <see cref="CopyFrame"/> takes: an Intel
        /// signal lies at its start, so one look says whether anything changed, or whether one of many bits is set.
        /// </summary>
        public ulong Word;

        /// <summary>Bytes that the message really had; 0 before the first.</summary>
        public int Length;

        /// <summary>When it was complete, in milliseconds since boot.</summary>
        public long TimeMs;

        /// <summary>Copies taken since the last <see cref="Clear"/>.</summary>
        public uint Received;

        public MessageSlot(int capacity)
        {
            Data = new byte[capacity];
            Clear();
        }

        public void Clear()
        {
            Length = 0;
            TimeMs = 0;
            Received = 0;
            Word = ~0UL;
            for (int i = 0; i < Data.Length; i++)
            {
                Data[i] = 0xFF;
            }
        }

        /// <summary>Takes as much of the payload as there is room for.</summary>
        public void Copy(byte[] payload, int length, long timeMs)
        {
            int room = Data.Length;
            if (length < room)
            {
                System.Array.Copy(payload, 0, Data, 0, length);
                while (Length > length)
                {
                    Length--;
                    Data[Length] = 0xFF;
                }

                Length = length;
            }
            else
            {
                System.Array.Copy(payload, 0, Data, 0, room);
                Length = room;
            }

            TimeMs = timeMs;
            Received++;
        }

        /// <summary>Takes a payload of eight bytes, which most often says what the last one said.</summary>
        public void CopyFrame(byte[] payload, long timeMs)
        {
            ulong word = System.BitConverter.ToUInt64(payload, 0);
            if (word != Word)
            {
                Word = word;
                System.Array.Copy(payload, 0, Data, 0, 8);
            }

            Length = 8;
            TimeMs = timeMs;
            Received++;
        }

        public bool IsFresh(long nowMs, int limitMs)
        {
            return Received != 0 && nowMs - TimeMs <= limitMs;
        }
    }
}

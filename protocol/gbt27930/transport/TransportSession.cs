namespace SwapEdge.Protocol
{
    /// <summary>One message being put together, with a bit for each packet that has come. Reused.</summary>
    internal sealed class TransportSession
    {
        public readonly byte[] Data;
        public bool IsOpen;

        /// <summary>All packets are there; open until the end of message, for packets that are sent again.</summary>
        public bool IsComplete;

        /// <summary>Larger than there is room for: followed, counted, not kept.</summary>
        public bool IsTooLarge;
        public int Source;
        public int Destination;
        public int Pgn;
        public int Size;
        public int Packets;

        /// <summary>Last frame of the session, from either side.</summary>
        public long TimeMs;

        private readonly byte[] _seen = new byte[32];
        private int _left;
        private int _highest;

        public TransportSession(int maxSize)
        {
            Data = new byte[maxSize];
        }

        public bool IsBroadcast
        {
            get { return Destination == J1939.Everyone; }
        }

        /// <summary>Opens the session of a request or an announcement: Pending or TransportSize.</summary>
        public DecodeResult Open(CanFrame frame)
        {
            Source = J1939.Source(frame.Id);
            Destination = J1939.Destination(frame.Id);
            Pgn = Transport.CarriedPgn(frame.Data);
            Size = Transport.Size(frame.Data);
            Packets = Transport.PacketCount(frame.Data);
            TimeMs = frame.TimeMs;
            IsComplete = false;
            IsTooLarge = Size > Data.Length;
            IsOpen = Size >= Transport.MinSize && Size <= Transport.MaxSize && Packets == Transport.Packets(Size);
            _left = Packets;
            _highest = 0;
            for (int i = 0; i < _seen.Length; i++)
            {
                _seen[i] = 0;
            }

            return IsOpen && !IsTooLarge ? DecodeResult.Pending : DecodeResult.TransportSize;
        }

        /// <summary>Takes one packet: Ok with the last of them, TransportSequence at one that leaves a gap.</summary>
        public DecodeResult Store(CanFrame frame)
        {
            TimeMs = frame.TimeMs;
            if (IsTooLarge)
            {
                return DecodeResult.TransportSize;
            }

            int number = frame.Length > 0 ? frame.Data[0] : 0;
            if (number == 0 || number > Packets)
            {
                return frame.Length == 0 ? DecodeResult.Short : DecodeResult.TransportSequence;
            }

            int at = (number - 1) * Transport.PacketBytes;
            int count = Size - at < Transport.PacketBytes ? Size - at : Transport.PacketBytes;
            if (frame.Length < 1 + count)
            {
                return DecodeResult.Short;
            }

            if (Has(number))
            {
                return DecodeResult.TransportRepeated;
            }

            bool jumped = number > _highest + 1;
            _highest = number > _highest ? number : _highest;
            System.Array.Copy(frame.Data, 1, Data, at, count);
            _seen[number >> 3] |= (byte)(1 << (number & 7));
            _left--;
            if (_left == 0)
            {
                IsComplete = true;
                return DecodeResult.Ok;
            }

            return jumped ? DecodeResult.TransportSequence : DecodeResult.Pending;
        }

        /// <summary>Number of the first packet that has not come, 0 when all have.</summary>
        public int FirstMissing()
        {
            for (int number = 1; number <= Packets; number++)
            {
                if (!Has(number))
                {
                    return number;
                }
            }

            return 0;
        }

        /// <summary>Packets that have not come, from that number on, without a gap.</summary>
        public int MissingFrom(int first)
        {
            int count = 0;
            while (first + count <= Packets && !Has(first + count))
            {
                count++;
            }

            return count;
        }

        private bool Has(int number)
        {
            return (_seen[number >> 3] & (1 << (number & 7))) != 0;
        }
    }
}

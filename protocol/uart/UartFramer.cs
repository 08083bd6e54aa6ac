namespace SwapEdge.Protocol
{
    /// <summary>
    /// Finds frames with a start byte, a length and a checksum in a stream of bytes. A start that leads to no frame
    /// costs that one byte: what follows it is looked at again. Memory is taken once; nothing throws.
    /// </summary>
    public abstract class UartFramer
    {
        /// <summary>After this long without a byte an unfinished frame will not be finished.</summary>
        public const int GapMs = 200;

        /// <summary>The whole frame, from its start byte, while <see cref="Length"/> is not 0.</summary>
        public readonly byte[] Frame;

        /// <summary>Length of the frame that the last <see cref="Accept"/> found; 0 when there is none yet.</summary>
        public int Length;

        /// <summary>Bytes that belong to no frame.</summary>
        public uint Skipped;

        private readonly byte _start;
        public readonly DecodeCounts Counts = new DecodeCounts();
        private int _count;
        private int _need;
        private long _lastMs;

        protected UartFramer(int room, byte start)
        {
            Frame = new byte[room];
            _start = start;
        }

        public uint Count(DecodeResult result)
        {
            return Counts.Of(result);
        }

        /// <summary>
        /// Takes bytes up to the end of the first good frame and returns how many it took: call again with the rest,
        /// and, while the line is silent, with none, so that a torn frame is given up.
        /// </summary>
        public int Accept(byte[] data, int offset, int count, long nowMs)
        {
            if (Length > 0)
            {
                Drop(Length);
                Length = 0;
            }

            if (_count > 0 && nowMs - _lastMs > GapMs && FindWithoutMore())
            {
                return 0;
            }

            if (count > 0)
            {
                _lastMs = nowMs;
            }

            int at = 0;
            while (!Find() && at < count)
            {
                int room = _need - _count;
                int take = count - at < room ? count - at : room;
                System.Array.Copy(data, offset + at, Frame, _count, take);
                _count += take;
                at += take;
            }

            return at;
        }

        /// <summary>Forgets the bytes of an unfinished frame, after the port was opened anew.</summary>
        public void Reset()
        {
            _count = 0;
            Length = 0;
        }

        /// <summary>Length of the frame at the head; 0 when that is not known yet, -1 when there is none.</summary>
        protected abstract int Measure(int count);

        /// <summary>Whether the frame of that length is whole: Ok, Malformed or Checksum.</summary>
        protected abstract DecodeResult Check(int length);

        private bool Find()
        {
            while (_count > 0)
            {
                int length = Frame[0] == _start ? Measure(_count) : -1;
                if (length < 0 || length > Frame.Length)
                {
                    SkipToStart();
                }
                else if (length == 0 || length > _count)
                {
                    _need = length == 0 ? _count + 1 : length;
                    return false;
                }
                else
                {
                    DecodeResult result = Counts.Add(Check(length));
                    if (result == DecodeResult.Ok)
                    {
                        Length = length;
                        return true;
                    }

                    SkipToStart();
                }
            }

            _need = 1;
            return false;
        }

        private bool FindWithoutMore()
        {
            while (!Find())
            {
                if (_count == 0)
                {
                    return false;
                }

                Counts.Add(DecodeResult.Short);
                SkipToStart();
            }

            return true;
        }

        private void SkipToStart()
        {
            int next = 1;
            while (next < _count && Frame[next] != _start)
            {
                next++;
            }

            Skipped += (uint)next;
            Drop(next);
        }

        private void Drop(int bytes)
        {
            _count -= bytes;
            System.Array.Copy(Frame, bytes, Frame, 0, _count);
        }
    }
}

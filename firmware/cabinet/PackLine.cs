using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Asks the packs of a cabinet one after another, one question at a time. A JBD BMS has no address, so the line is
    /// switched to one door after another; each turn asks for state, cells and name. A BMS that sleeps misses the first
    /// question and is asked again; one that misses that too is passed over until its next turn.
    /// </summary>
    public sealed class PackLine
    {
        /// <summary>Longest answer 71 bytes, 74 ms at 9600 baud; the rest is the BMS's own time.</summary>
        public const int AnswerMs = 300;

        private const int Tries = 2;
        private const int ChunkLength = 64;
        private const int ChunksAPass = 4;

        private readonly IByteLink _link;
        private readonly ICabinetIo _io;
        private readonly CabinetDoor[] _doors;
        private readonly byte[] _chunk = new byte[ChunkLength];
        private readonly byte[] _request = new byte[Jbd.Overhead];
        private int _door = -1;
        private int _register;
        private int _tries;
        private bool _asked;
        private long _askedMs;

        public readonly JbdFramer Framer = new JbdFramer();

        /// <summary>Questions that got no answer, since start.</summary>
        public uint Unanswered;

        public PackLine(IByteLink link, ICabinetIo io, CabinetDoor[] doors)
        {
            _link = link;
            _io = io;
            _doors = doors;
        }

        /// <summary>Takes what has come, then asks or waits.</summary>
        public void Pass(long nowMs)
        {
            bool answered = Take(nowMs);
            if (_door < 0 || !HasPack(_door))
            {
                Turn();
            }
            else if (!_asked)
            {
                Ask(nowMs);
            }
            else if (answered)
            {
                Next(nowMs);
            }
            else if (nowMs - _askedMs >= AnswerMs)
            {
                Miss(nowMs);
            }
        }

        /// <summary>True when the question was answered.</summary>
        private bool Take(long nowMs)
        {
            bool answered = false;
            int count = _link.Read(_chunk, 0, ChunkLength);
            for (int chunk = 1; count > 0; chunk++)
            {
                int at = 0;
                while (at < count)
                {
                    at += Framer.Accept(_chunk, at, count - at, nowMs);
                    answered = TakeFrame(nowMs) || answered;
                }

                count = chunk < ChunksAPass ? _link.Read(_chunk, 0, ChunkLength) : 0;
            }

            Framer.Accept(_chunk, 0, 0, nowMs);
            return TakeFrame(nowMs) || answered;
        }

        private bool TakeFrame(long nowMs)
        {
            byte[] frame = Framer.Frame;
            if (Framer.Length == 0 || !_asked || Jbd.IsRequest(frame) || frame[1] != _register)
            {
                return false;
            }

            _doors[_door].Hear(frame, nowMs);
            return true;
        }

        /// <summary>The next door with a pack, if there is any; it is asked in the next pass.</summary>
        private void Turn()
        {
            for (int i = 1; i <= _doors.Length; i++)
            {
                int next = (_door + i) % _doors.Length;
                if (HasPack(next))
                {
                    _door = next;
                    _register = Jbd.BasicRegister;
                    _tries = 0;
                    _asked = false;
                    Framer.Reset();
                    _io.SelectLine(next);
                    return;
                }
            }

            _door = -1;
            _asked = false;
        }

        private void Ask(long nowMs)
        {
            // What came while the line was being switched is nobody's.
            Framer.Reset();
            int length = Jbd.WriteRequest(_register, _request, 0);
            if (_link.Write(_request, 0, length))
            {
                _asked = true;
                _askedMs = nowMs;
                _tries++;
            }
        }

        private void Next(long nowMs)
        {
            _asked = false;
            _tries = 0;
            if (_register == Jbd.NameRegister)
            {
                Turn();
                return;
            }

            _register++;
            Ask(nowMs);
        }

        private void Miss(long nowMs)
        {
            Unanswered++;
            _asked = false;
            if (_tries < Tries)
            {
                Ask(nowMs);
            }
            else
            {
                Turn();
            }
        }

        private bool HasPack(int index)
        {
            return _doors[index].Presence == BayPresence.Occupied;
        }
    }
}

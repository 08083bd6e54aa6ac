using System;

namespace SwapEdge.Samples.Clean
{
    public enum Level
    {
        Low = 0,
        High = 1,
    }

    [Flags]
    public enum Marks : ulong
    {
        None = 0,
        First = 1,
        Last = 1UL << 40,
    }

    public interface ISink
    {
        void Take(byte[] data, int length);
    }

    public delegate void Told(int code);

    /// <summary>A pass that makes nothing: arrays, strings and delegates of the constructor, used again.</summary>
    public sealed class Node
    {
        private static readonly string[] Names = { "low", "high" };

        private readonly byte[] _buffer = new byte[16];
        private readonly int[][] _rows = { new int[] { 1, 2 }, new int[] { 3 } };
        private readonly object _gate = new object();
        private readonly string _greeting;
        private readonly Told _told;
        private readonly ISink _sink;
        private Marks _marks;
        private int _count;

        public Node(string name, ISink sink)
        {
            _greeting = "node " + name + 1.ToString();
            _told = Count;
            _sink = sink ?? new CountingSink();
        }

        public void Pass(long nowMs)
        {
            lock (_gate)
            {
                foreach (byte item in _buffer)
                {
                    _count += item;
                }
            }

            for (int i = 0; i < _rows.Length; i++)
            {
                _rows[i][0] = unchecked((int)(nowMs + i));
            }

            _marks |= Marks.Last;
            Level level = (_marks & Marks.First) != 0 ? Level.High : Level.Low;
            string name = Names[(int)level];
            switch (name)
            {
                case "low":
                    _told(name.Length);
                    break;
                case "high":
                    _told(_greeting.Length);
                    break;
                default:
                    break;
            }

            _sink.Take(_buffer, _buffer.Length);
        }

        private void Count(int code)
        {
            _count += code;
        }
    }

    public sealed class CountingSink : ISink
    {
        private int _taken;

        public void Take(byte[] data, int length)
        {
            if (length < 0)
            {
                return;
            }

            _taken += length;
        }
    }
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// A bus that loses, doubles, delays and so reorders: every participant gets a copy of its own of what any other sends,
/// or none, or two, up to <see cref="MostDelayMs"/> late.
/// </summary>
public sealed class UnsureLink(Random random)
{
    public const int MostDelayMs = 1000;

    private readonly List<Port> _ends = [];

    /// <summary>Of a hundred frames so many are lost, for each receiver.</summary>
    public int LostPercent { get; set; }

    public int DoubledPercent { get; set; }

    public int DelayMs { get; set; }

    public long NowMs { get; set; }

    public Port Connect()
    {
        Port end = new(this);
        _ends.Add(end);
        return end;
    }

    private void Send(Port from, CanFrame frame)
    {
        foreach (Port end in _ends.Where(end => end != from))
        {
            int copies = random.Next(100) < LostPercent ? 0 : random.Next(100) < DoubledPercent ? 2 : 1;
            for (int i = 0; i < copies; i++)
            {
                CanFrame copy = new();
                copy.CopyFrom(frame);
                end.Waiting.Add((NowMs + random.Next(DelayMs + 1), copy));
            }
        }
    }

    public sealed class Port(UnsureLink link) : ICanBus
    {
        public int Overflows => 0;

        public List<(long DueMs, CanFrame Frame)> Waiting { get; } = [];

        public bool Receive(CanFrame into)
        {
            int index = Waiting.FindIndex(one => one.DueMs <= link.NowMs);
            if (index < 0)
            {
                return false;
            }

            into.CopyFrom(Waiting[index].Frame);
            into.TimeMs = link.NowMs;
            Waiting.RemoveAt(index);
            return true;
        }

        public bool Send(CanFrame frame)
        {
            link.Send(this, frame);
            return true;
        }
    }
}

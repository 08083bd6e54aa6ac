using System.Text;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Writes every frame of every bus of a run as <c>candump -L</c> does, in the order in which they arrived, with the
/// virtual time of the run. Interfaces are the buses: <c>swap1</c> of the first lane, <c>link</c>, <c>bay3</c>.
/// </summary>
public sealed class CanCapture(TextWriter to) : IDisposable
{
    /// <summary>Buses hand over their frames one after the other, each for a step of the world.</summary>
    private const int LateMs = 100;

    private readonly List<(long TimeMs, string Line)> _waiting = [];
    private long _writtenMs;

    /// <summary>Interfaces with what they are, for people.</summary>
    public IReadOnlyList<string> Legend { get; private set; } = [];

    /// <summary>Frames so far.</summary>
    public long Frames { get; private set; }

    /// <exception cref="IOException">It cannot be written; and as <see cref="File.Create(string)"/> says.</exception>
    public static CanCapture Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
        return new CanCapture(new StreamWriter(File.Create(path), Encoding.ASCII));
    }

    /// <summary>The buses of a world by the names that they have in a capture.</summary>
    public static IReadOnlyList<(string Name, Wire Wire)> WiresOf(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return
        [
            ("link", world.StationLink),
            .. world.Lanes.Select((lane, index) => (Invariant($"swap{index + 1}"), lane.Bus)),
            .. world.Bays.Select(bay => (Invariant($"bay{bay.Number}"), bay.Bus)),
        ];
    }

    /// <summary>From now on.</summary>
    public void Attach(IReadOnlyList<(string Name, Wire Wire)> wires)
    {
        ArgumentNullException.ThrowIfNull(wires);
        foreach ((string name, Wire wire) in wires)
        {
            wire.Tapped += frame => Take(name, frame);
        }

        Legend = [.. wires.Select(wire => $"{wire.Name}: {wire.Wire.Name}")];
    }

    public void Dispose()
    {
        WriteUntil(long.MaxValue);
        to.Dispose();
    }

    private void Take(string name, CanFrame frame)
    {
        long seconds = frame.TimeMs / 1000;
        _waiting.Add((
            frame.TimeMs,
            Invariant($"({seconds:0000000000}.{frame.TimeMs % 1000:000}000) {name} {FrameText.Format(frame)}\n")));
        Frames++;
        if (frame.TimeMs - _writtenMs > 2 * LateMs)
        {
            WriteUntil(frame.TimeMs - LateMs);
        }
    }

    private void WriteUntil(long timeMs)
    {
        foreach ((_, string line) in _waiting.Where(waiting => waiting.TimeMs <= timeMs).OrderBy(one => one.TimeMs))
        {
            to.Write(line);
        }

        _waiting.RemoveAll(waiting => waiting.TimeMs <= timeMs);
        _writtenMs = timeMs;
    }
}

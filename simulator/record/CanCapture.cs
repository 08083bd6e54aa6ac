using System.Text;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Writes every frame of every bus of a run as <c>candump -L</c> does, in the order in which they arrived, with civil
/// time of the run. Interfaces are the buses: <c>swap1</c> of the first lane, <c>link</c>, <c>bay3</c>.
/// </summary>
public sealed class CanCapture(TextWriter to) : IDisposable
{
    /// <summary>Buses hand over their frames one after the other, each for a step of the world.</summary>
    private const int LateUs = 100_000;

    private readonly List<(long TimeUs, string Line)> _waiting = [];
    private long _writtenUs;

    /// <summary>Interfaces with what they are, for people.</summary>
    public IReadOnlyList<string> Legend { get; private set; } = [];

    /// <summary>Frames so far.</summary>
    public long Frames { get; private set; }

    /// <exception cref="IOException">It cannot be written; and as <see cref="File.Create(string)"/> says.</exception>
    public static CanCapture Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
        return new CanCapture(new StreamWriter(OutputPath.Create(path), Encoding.ASCII));
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
    /// <param name="wires">The buses by their names.</param>
    /// <param name="beginsUtcMs">Civil time at the beginning of the run; 0 when there is none.</param>
    public void Attach(IReadOnlyList<(string Name, Wire Wire)> wires, long beginsUtcMs = 0)
    {
        ArgumentNullException.ThrowIfNull(wires);
        foreach ((string name, Wire wire) in wires)
        {
            long freeUs = 0;
            wire.Tapped += frame =>
            {
                // One that came late shares its moment with others; on a bus they follow each other.
                freeUs = Math.Max(wire.ArrivedUs, freeUs + Wire.DurationUs(frame));
                Take(name, frame, freeUs + (beginsUtcMs * 1_000));
            };
        }

        Legend = [.. wires.Select(wire => $"{wire.Name}: {wire.Wire.Name}")];
    }

    public void Dispose()
    {
        using (to)
        {
            WriteUntil(long.MaxValue);
        }
    }

    private void Take(string name, CanFrame frame, long timeUs)
    {
        (long seconds, long rest) = Math.DivRem(timeUs, 1_000_000);
        _waiting.Add((
            timeUs, Invariant($"({seconds:0000000000}.{rest:000000}) {name} {FrameText.Format(frame)}\n")));
        Frames++;
        if (timeUs - _writtenUs > 2 * LateUs)
        {
            WriteUntil(timeUs - LateUs);
        }
    }

    private void WriteUntil(long timeUs)
    {
        foreach ((_, string line) in _waiting.Where(waiting => waiting.TimeUs <= timeUs).OrderBy(one => one.TimeUs))
        {
            to.Write(line);
        }

        _waiting.RemoveAll(waiting => waiting.TimeUs <= timeUs);
        _writtenUs = timeUs;
    }
}

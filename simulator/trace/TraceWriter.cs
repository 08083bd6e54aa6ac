using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Writes the trace of swap machines: a line whenever anything that a step was given or gave has changed, but for time.
/// </summary>
public sealed class TraceWriter(TextWriter output)
{
    private readonly Dictionary<string, TraceLine> _last = new(StringComparer.Ordinal);

    /// <summary>After each call of a node; of one without a swap machine there is nothing to write.</summary>
    public void Sample(ReplayedNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        long nowMs = node.UptimeMs;
        TraceLine? line = node.Node?.Role switch
        {
            Lane lane => TraceLine.Of(lane, node.Starts, nowMs),
            Cabinet cabinet => TraceLine.Of(cabinet, node.Starts, nowMs),
            _ => null,
        };
        if (line is null || node.Passes == 0)
        {
            return;
        }

        TraceLine? last = _last.GetValueOrDefault(node.Name);
        last = last?.Start == line.Start ? last : null;
        if (!line.Repeats(last))
        {
            output.Write($"{node.Name} {TraceText.Write(line, last?.Facts ?? Fact.None)}\n");
            _last[node.Name] = line;
        }
    }
}

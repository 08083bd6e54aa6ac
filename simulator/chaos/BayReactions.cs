using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The pins of a node's bays, with what each pass read held against the permit to charge.</summary>
/// <param name="pins">The world's.</param>
/// <param name="count">Bays of the node.</param>
public sealed class BayReactions(IBayIo pins, int count) : IBayIo
{
    private readonly ReactionMeter[] _meters = [.. Enumerable.Range(0, count).Select(_ => new ReactionMeter())];
    private readonly (bool Smoke, bool Pack)[] _seen = new (bool, bool)[count];

    public IEnumerable<ReactionTally> Tallies => _meters.Select(meter => meter.Tally);

    /// <summary>The node has lost its power.</summary>
    public void Reset() => Array.ForEach(_meters, meter => meter.Reset());

    public void Read(int index, BayInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        pins.Read(index, into);
        _seen[index] = (!into.SmokeLoopClosed, into.PackPresent && !into.BayClear);
    }

    public void Write(int index, bool chargePermitted)
    {
        _meters[index].Take(ReactionCause.SmokeInBay, _seen[index].Smoke, chargePermitted);
        _meters[index].Take(ReactionCause.PackNotInBay, !_seen[index].Pack, chargePermitted);
        pins.Write(index, chargePermitted);
    }
}

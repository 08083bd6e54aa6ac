namespace SwapEdge.Simulator;

/// <summary>Something that is so or not at a moment of a run. Asked after every pass, so it is cheap.</summary>
public abstract class Condition
{
    public abstract bool IsTrue();

    /// <summary>What is so now, in words, for the reason of a failure.</summary>
    public abstract string Seen();

    /// <summary>
    /// It begins to be waited for, when something else has just been seen: what was before does not count. For what is
    /// so at a moment that is nothing.
    /// </summary>
    /// <param name="place">Events of the city through this one were before; see <see cref="Matched"/>.</param>
    public virtual void WaitFrom(int place)
    {
    }

    /// <summary>Place of the event that made it true, for the next in an order; null: it is not of events.</summary>
    public virtual int? Matched => null;
}

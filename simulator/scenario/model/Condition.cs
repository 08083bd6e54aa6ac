namespace SwapEdge.Simulator;

/// <summary>Something that is so or not at a moment of a run. Asked after every pass, so it is cheap.</summary>
public abstract class Condition
{
    public abstract bool IsTrue();

    /// <summary>What is so now, in words, for the reason of a failure.</summary>
    public abstract string Seen();

    /// <summary>It is so or not at a moment, whatever was before.</summary>
    public virtual bool IsState => false;

    /// <summary>
    /// It begins to be waited for, when something else has just been seen: what was before does not count. For what is
    /// so at a moment that is nothing.
    /// </summary>
    /// <param name="last">What was told through this was before; null: all that has been told.</param>
    public virtual void WaitFrom((object Log, int Place)? last)
    {
    }

    /// <summary>
    /// What made it true, of all that is told in its log, for the next in an order; null: nothing that is told did.
    /// </summary>
    public virtual (object Log, int Place)? Matched => null;
}

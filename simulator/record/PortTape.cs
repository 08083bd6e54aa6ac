namespace SwapEdge.Simulator;

/// <summary>
/// What goes through the ports of one node since its start, channel by channel. Recording, it is given what really
/// came and gives it back; replaying, it gives what came then. So the ports around it are the same in both.
/// </summary>
internal abstract class PortTape
{
    /// <summary>What is live is not there: the arguments so named are not looked at.</summary>
    public abstract bool Replays { get; }

    /// <summary>Time of the call of the firmware that runs.</summary>
    public abstract long NowMs { get; }

    /// <summary>The number of a channel with that name, <c>place.what</c>; each once, when ports are made.</summary>
    public abstract int Channel(string name);

    /// <summary>A number that may be asked for at any time; 0 before the first change.</summary>
    public abstract long Value(int channel, long live);

    /// <summary>The same of bytes; none before the first change. They stay the tape's.</summary>
    public abstract byte[] Bytes(int channel, ReadOnlySpan<byte> live);

    /// <summary>What comes once: a frame, a message. Null: nothing has come.</summary>
    public abstract byte[]? Next(int channel, byte[]? live);

    /// <summary>What the firmware gives, and what it is answered.</summary>
    /// <returns>The answer.</returns>
    public abstract byte[] Give(int channel, ReadOnlySpan<byte> given, byte[] live);
}

using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A store whose power can fail inside an append: what had been written by then stays, torn.</summary>
/// <param name="medium">Where it is written.</param>
public sealed class TearingStore(IStore medium) : IStore
{
    /// <param name="capacity">Bytes of a medium in memory.</param>
    public TearingStore(int capacity)
        : this(new MemoryStore(capacity))
    {
    }

    /// <summary>Where it is written; another one when the board is replaced or starts anew.</summary>
    public IStore Medium { get; set; } = medium;

    /// <summary>Bytes of the next append that reach the medium before power fails; null: it does not.</summary>
    public int? CutAfter { get; set; }

    /// <summary>What appends answer although power is there.</summary>
    public StoreResult Answer { get; set; } = StoreResult.Ok;

    /// <summary>Appends during which power failed.</summary>
    public int Torn { get; private set; }

    public StoreResult Append(string name, byte[] data, int offset, int length)
    {
        if (Answer != StoreResult.Ok)
        {
            return Answer;
        }

        if (CutAfter is not { } bytes)
        {
            return Medium.Append(name, data, offset, length);
        }

        CutAfter = null;
        Torn++;
        Medium.Append(name, data, offset, Math.Min(bytes, length));
        throw new PowerCutException();
    }

    public int Length(string name) => Medium.Length(name);

    public int Read(string name, int position, byte[] into, int offset, int count) =>
        Medium.Read(name, position, into, offset, count);

    public bool Delete(string name) => Medium.Delete(name);

    public string[] List() => Medium.List();
}

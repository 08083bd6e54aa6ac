using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A store whose power can fail inside an append: what had been written by then stays, torn.</summary>
public sealed class TearingStore(int capacity) : IStore
{
    private readonly MemoryStore _medium = new(capacity);

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
            return _medium.Append(name, data, offset, length);
        }

        CutAfter = null;
        Torn++;
        _medium.Append(name, data, offset, Math.Min(bytes, length));
        throw new PowerCutException();
    }

    public int Length(string name) => _medium.Length(name);

    public int Read(string name, int position, byte[] into, int offset, int count) =>
        _medium.Read(name, position, into, offset, count);

    public bool Delete(string name) => _medium.Delete(name);

    public string[] List() => _medium.List();
}

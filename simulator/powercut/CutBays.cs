using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The memory of eight bays; which have a pack and which are isolated are the bits of one number.</summary>
internal sealed class CutBays : ICutRecord
{
    private const int Bays = 8;
    private const long Most = (1 << (2 * Bays)) - 1;
    private const long RetryMs = 2_000;

    private readonly CutValue _value = new("bays");
    private BayMemory _memory = null!;
    private long _nowMs;

    public void Start(IStore store, Journal journal) => _memory = Open(store);

    public void Act(Prng random)
    {
        _value.Begin((_value.Now + random.Between(1, 300)) & Most);
        for (int bay = 0; bay < Bays; bay++)
        {
            long bits = _value.Next >> (2 * bay);
            _memory.Set(bay, bay + 1, (bits & 1) != 0, (bits & 2) != 0, 0, false);
        }

        while (_memory.Keep(_nowMs))
        {
            // True until there is nothing left to keep: the store may refuse.
            _nowMs += RetryMs;
        }

        _value.Keep();
    }

    public CutFlaw? Judge(IStore store) => _value.Judge(Read(store));

    public void Settle(IStore store) => _value.Settle(Read(store));

    private static long Read(IStore store)
    {
        BayMemory memory = Open(store);
        long value = 0;
        for (int bay = 0; bay < Bays; bay++)
        {
            value |= memory.HadPack(bay, bay + 1) ? 1L << (2 * bay) : 0;
            value |= memory.WasIsolated(bay, bay + 1) ? 2L << (2 * bay) : 0;
        }

        return value;
    }

    private static BayMemory Open(IStore store)
    {
        BayMemory memory = new(store);
        memory.Open();
        return memory;
    }
}

using BenchmarkDotNet.Attributes;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Benchmarks;

/// <summary>Restart with a journal of 256 KB and a full one of 3 MB, and what an event costs.</summary>
public class JournalBenchmarks
{
    private const int Small = 256 * 1024;
    private const int Full = 3 * 1024 * 1024;

    private readonly HmacMac _mac = new(new byte[32]);
    private readonly EventRecord _record = new()
    {
        Kind = EventKind.SwapStep,
        Boot = 1,
        UtcMs = 1_780_000_000_000,
        TimeQuality = TimeQuality.Sntp,
        UptimeMs = 300_000,
        RequestId = 7,
        Phase = 13,
        PreviousPhase = 12,
        Facts = 0x01001EC339D13FD1,
        DurationMs = 2_000,
        LimitMs = 10_000,
        PackSerial = 1_234_567,
    };

    private MemoryStore _small = null!;
    private MemoryStore _full = null!;
    private Journal _journal = null!;
    private byte[] _payload = null!;
    private ulong _next = 1;

    [GlobalSetup]
    public void Fill()
    {
        _payload = new byte[Journal.RecordRoom];
        _small = Filled(Small);
        _full = Filled(Full);
        _journal = Open(_full, Full);
        if (_journal.LastStored < 20_000 || Open(_small, Small).FirstStored == 1)
        {
            throw new InvalidOperationException("the journals are not full");
        }
    }

    [Benchmark(Description = "journal: restart with 256 KB")]
    public ulong RestartSmall() => Open(_small, Small).LastStored;

    [Benchmark(Description = "journal: restart with a full 3 MB")]
    public ulong RestartFull() => Open(_full, Full).LastStored;

    [Benchmark(Description = "journal: an event read in order")]
    public int Read()
    {
        _next = _next < _journal.LastStored && _next >= _journal.FirstStored ? _next + 1 : _journal.FirstStored;
        return _journal.Read(_next, _payload);
    }

    private static JournalSettings Settings(int bytes) => new() { CapacityBytes = bytes, Segments = 256 };

    private MemoryStore Filled(int bytes)
    {
        MemoryStore store = new(bytes + 100_000);
        Journal journal = Open(store, bytes);
        int segments = 0;
        while (journal.FirstStored <= 1 || segments < 3)
        {
            ulong first = journal.FirstStored;
            for (int i = 0; i < 20; i++)
            {
                journal.Add(_record);
            }

            journal.Commit();
            journal.Acknowledge(journal.LastStored);
            segments += journal.FirstStored > first ? 1 : 0;
        }

        return store;
    }

    private Journal Open(MemoryStore store, int bytes)
    {
        Journal journal = new(store, _mac, Settings(bytes));
        journal.Open(new SeededRandom(new Prng(1)));
        return journal;
    }
}

using BenchmarkDotNet.Attributes;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Benchmarks;

/// <summary>What one step of the swap costs, and the record that it leaves.</summary>
public class DecisionBenchmarks
{
    private const int Iterations = 1_000;

    private readonly SwapTable _table = new(TopLiftTruck.Profile());
    private readonly SwapState _now = new();
    private readonly SwapState _worst = new();
    private readonly int _iterations = Iterations;
    private Fact _worstSeen;
    private readonly SwapState _next = new();
    private readonly SwapOutput _output = new();
    private readonly byte[] _into = new byte[512];
    private readonly EventRecord _record = new()
    {
        Journal = 0x1122334455667788,
        Sequence = 1_000,
        Boot = 1,
        UtcMs = 1_780_000_000_000,
        TimeQuality = TimeQuality.Sntp,
        UptimeMs = 300_000,
        Kind = EventKind.SwapStep,
        RequestId = 7,
        Phase = 13,
        PreviousPhase = 12,
        Facts = 5,
        DurationMs = 2_000,
    };

    [GlobalSetup]
    public void Check()
    {
        for (int i = 0; i < SwapTable.Phases; i++)
        {
            bool more = _table.RowsOf((Phase)i) > _table.RowsOf(_worst.Phase);
            _worst.Phase = more ? (Phase)i : _worst.Phase;
        }

        _worstSeen = Fact.VehiclePresent | Interlocks.Of(_worst.Phase);

        if (WorstStep() >= 0)
        {
            throw new InvalidOperationException("a row ends the search early");
        }

        if (Encode() <= 0)
        {
            throw new InvalidOperationException("the record does not fit");
        }
    }

    [Benchmark(Description = "swap machine: a step")]
    public int Step()
    {
        SwapMachine.Step(_table, _now, Fact.None, 50, _next, _output);
        return _output.Row;
    }

    /// <summary>The phase with the most rows, of which none matches.</summary>
    [Benchmark(Description = "swap machine: the worst step")]
    public int WorstStep()
    {
        SwapMachine.Step(_table, _worst, _worstSeen, 50, _next, _output);
        return _output.Row;
    }

    /// <summary>What the device's bar is counted in.</summary>
    [Benchmark(Description = "empty counting loop, an iteration", OperationsPerInvoke = Iterations)]
    public int Loop()
    {
        int count = 0;
        while (count < _iterations)
        {
            count++;
        }

        return count;
    }

    [Benchmark(Description = "event: encoded")]
    public int Encode() => EventCodec.Encode(_record, _into, 0);
}

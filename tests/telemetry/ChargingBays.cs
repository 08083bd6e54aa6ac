using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Telemetry;

/// <summary>A bay node over the simulator's world: two packs that charge, at 60 and at 85 % when it begins.</summary>
public sealed class ChargingBays
{
    private readonly World _world;
    private readonly VirtualClock _clock = new(
        new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero), TimeQuality.Sntp);

    public ChargingBays(ulong seed, int intervalS)
    {
        Prng random = new(seed);
        _world = new World(WorldPlan.Demonstration(random.Fork()), random.Fork());
        SwapBay[] bays = [.. _world.Bays.Skip(2)];
        NodeSettings settings = new()
        {
            City = "linfen", Station = "station-1", Node = "bays-2", LinkAddress = 0x92, Bays = [3, 4],
            Interfaces = [1, 1], TelemetryIntervalS = intervalS,
        };
        Assert.Null(settings.Flaw());
        Node = new Node(settings, new BayPorts
        {
            Clock = _clock, Random = new CountingRandom(), Mac = new KeyedMac(new byte[32]),
            Uplink = new ScriptedUplink(), Heartbeat = new CountingHeartbeat(), Store = Store,
            Bays = new VirtualBayIo(bays), Link = _world.StationLink.Connect("bay node"),
            ChargerBuses = [.. bays.Select(bay => bay.Bus.Connect("bay node", 256))],
        });
        Node.Start(0);
    }

    public Node Node { get; }

    public MemoryStore Store { get; } = new(3 * 1024 * 1024);

    /// <summary>Every block that was stored, with its length.</summary>
    public List<(DecodedBlock Block, int Length)> Blocks()
    {
        TelemetryStore store = Node.Uplink.Telemetry.Store;
        List<(DecodedBlock, int)> blocks = [];
        for (int number = store.Read(1); number != 0; number = store.Read(number + 1))
        {
            byte[] bytes = store.Record[TelemetryStore.Head..(TelemetryStore.Head + store.Length)];
            blocks.Add((DecodedBlock.Of(bytes) ?? throw new InvalidDataException("no block"), bytes.Length));
        }

        return blocks;
    }

    public void Run(int seconds)
    {
        for (int pass = 0; pass < seconds * 20; pass++)
        {
            for (int step = 0; step < 5; step++)
            {
                _world.Step(10);
            }

            _clock.Advance(_world.NowMs);
            Node.Pass(_world.NowMs);
        }
    }
}

using System.Security.Cryptography;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.Telemetry;

/// <summary>A node with bays 1 and 2, its store, broker and city in the test's hands.</summary>
public sealed class TelemetryRig : IBayIo
{
    private const string Root = "swap/v1/linfen/station-1/bays-1/";

    private readonly byte[] _key = new byte[32];
    private readonly QueueBus[] _chargers = [new(), new()];
    private readonly QueueBus _link = new() { Discards = true };
    private readonly BayInputs[] _inputs =
    [
        new() { BayClear = true, ContactorOpen = true, SmokeLoopClosed = true },
        new() { BayClear = true, ContactorOpen = true, SmokeLoopClosed = true },
    ];

    public TelemetryRig(int intervalS = 1, int bytes = 960 * 1024)
    {
        Settings = new NodeSettings
        {
            City = "linfen", Station = "station-1", Node = "bays-1", LinkAddress = 0x90, Bays = [1, 2],
            Interfaces = [1, 1], TelemetryIntervalS = intervalS, TelemetryBytes = bytes,
        };
        Restart();
    }

    public NodeSettings Settings { get; }

    public TornStore Store { get; set; } = new();

    public ScriptedUplink Port { get; private set; } = new();

    public FixedClock Clock { get; } = new();

    public Node Node { get; private set; } = null!;

    public TelemetryStore Blocks => Node.Uplink.Telemetry.Store;

    public long NowMs { get; private set; }

    public IEnumerable<Contract.Telemetry> Sent =>
        Port.On("telemetry").Select(payload => Contract.Telemetry.Parser.ParseFrom(payload));

    void IBayIo.Read(int index, BayInputs into)
    {
        into.PackPresent = _inputs[index].PackPresent;
        into.BayClear = _inputs[index].BayClear;
        into.ContactorOpen = _inputs[index].ContactorOpen;
        into.SmokeLoopClosed = _inputs[index].SmokeLoopClosed;
    }

    void IBayIo.Write(int index, bool chargePermitted)
    {
    }

    /// <summary>Power goes and comes back at once; the uptime begins anew.</summary>
    public void Restart()
    {
        NowMs = 0;
        Port = new ScriptedUplink();
        Assert.Null(Settings.Flaw());
        Node = new Node(Settings, new BayPorts
        {
            Clock = Clock, Random = new CountingRandom(), Mac = new KeyedMac(_key), Uplink = Port,
            Heartbeat = new CountingHeartbeat(), Store = Store, Bays = this, Link = _link, ChargerBuses = _chargers,
        });
        Node.Start(NowMs);
    }

    /// <summary>Seconds of passes, in which the packs that stand there speak once a second.</summary>
    public void Run(int seconds)
    {
        for (int second = 0; second < seconds; second++)
        {
            for (int bay = 0; bay < 2; bay++)
            {
                if (_inputs[bay].PackPresent)
                {
                    Array.ForEach(PackTalk.Of((uint)(1001 + bay), NowMs, 25 + (second % 3)),
                        frame => _chargers[bay].Deliver(frame, NowMs));
                }
            }

            Pass(20);
        }
    }

    public void Pass(int count = 1)
    {
        for (int i = 0; i < count; i++)
        {
            NowMs += 50;
            Clock.UtcMs += 50;
            Node.Pass(NowMs);
        }
    }

    /// <summary>No pass for a while.</summary>
    public void Stall(int milliseconds) => NowMs += milliseconds;

    public void Put(int bay)
    {
        _inputs[bay - 1].PackPresent = true;
        _inputs[bay - 1].BayClear = false;
    }

    public void TakeOut(int bay)
    {
        _inputs[bay - 1].PackPresent = false;
        _inputs[bay - 1].BayClear = true;
    }

    /// <summary>A level-3 warning comes, or goes.</summary>
    public void Smoke(int bay, bool stands = true) => _inputs[bay - 1].SmokeLoopClosed = !stands;

    public void Connect()
    {
        Port.Link = UplinkLink.Down;
        for (int i = 0; i < 4000 && Port.Link != UplinkLink.Connecting; i++)
        {
            Pass();
        }

        Port.Link = UplinkLink.Up;
        Pass();
    }

    /// <summary>The city has telemetry up to a number, and all events, or none.</summary>
    public void Acknowledge(ulong telemetry, bool events = true)
    {
        AckRecord ack = new()
        {
            Journal = Node.Journal.Identity, EventThrough = events ? Node.Journal.LastStored : 0,
            TelemetryThrough = telemetry,
        };
        byte[] payload = new byte[200];
        int length = AckWriter.Encode(ack, payload, 0);
        HMACSHA256.HashData(_key, payload.AsSpan(ack.BodyOffset, ack.BodyLength), payload.AsSpan(ack.MacOffset));
        Port.Deliver(Root + "ack", payload[..length]);
        Pass();
    }

    public List<DecodedBlock> Stored()
    {
        List<DecodedBlock> blocks = [];
        for (int number = Blocks.Read(1); number != 0; number = Blocks.Read(number + 1))
        {
            blocks.Add(Block(Blocks.Record.AsSpan(TelemetryStore.Head, Blocks.Length)));
        }

        return blocks;
    }

    /// <summary>Events of a kind with what their black box carries.</summary>
    public List<(EventRecord Event, TelemetryMessage Box, DecodedBlock? Block)> Boxes()
    {
        List<(EventRecord, TelemetryMessage, DecodedBlock?)> boxes = [];
        byte[] payload = new byte[Journal.RecordRoom];
        for (ulong sequence = 1; sequence <= Node.Journal.LastStored; sequence++)
        {
            int length = Node.Journal.Read(sequence, payload);
            EventRecord record = new();
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
            if (TelemetryMessage.BoxOf(payload[..length]) is { } box)
            {
                boxes.Add((record, box, box.Block.Length == 0 ? null : Block(box.Block)));
            }
        }

        return boxes;
    }

    private static DecodedBlock Block(ReadOnlySpan<byte> bytes)
    {
        DecodedBlock? block = DecodedBlock.Of(bytes);
        Assert.NotNull(block);
        return block;
    }
}

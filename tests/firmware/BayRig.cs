using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// A node with bays 1 and 2, of which bay 2 is for isolation, their charger buses, pins and store in the test's hands.
/// It has listened, and both bays are empty.
/// </summary>
public sealed class BayRig : IBayIo
{
    private readonly QueueBus[] _chargers = [new(), new()];
    private readonly QueueBus _link = new() { Discards = true };
    private readonly bool[] _permitted = new bool[2];
    private readonly int[] _isolation;
    private readonly int _chargerW;
    private Node _node = null!;

    /// <param name="isolates">Bay 2 is for isolation.</param>
    /// <param name="chargerW">What each charger draws at most, 0 for not known.</param>
    public BayRig(bool isolates = true, int chargerW = 0)
    {
        _isolation = isolates ? [2] : [];
        _chargerW = chargerW;
        Restart();
        Pass();
    }

    public TornStore Store { get; set; } = new();

    public Node Node => _node;

    public ScriptedUplink Uplink { get; } = new();

    /// <summary>In the place of the store and of the uplink, when not null.</summary>
    public IStore? Disk { get; set; }

    public IUplink? Line { get; set; }

    public FixedClock Clock { get; } = new();

    public CountingRestart Restarts { get; } = new();

    public BayInputs[] Inputs { get; } =
    [
        new() { BayClear = true, ContactorOpen = true, SmokeLoopClosed = true },
        new() { BayClear = true, ContactorOpen = true, SmokeLoopClosed = true },
    ];

    public long NowMs { get; private set; }

    public Journal Journal => _node.Journal;

    public Bay Normal => _node.Bays.Bays[0];

    /// <summary>Keeps nothing that is sent until it is told to.</summary>
    public QueueBus Link => _link;

    public Bay ForIsolation => _node.Bays.Bays[1];

    void IBayIo.Read(int index, BayInputs into)
    {
        into.PackPresent = Inputs[index].PackPresent;
        into.BayClear = Inputs[index].BayClear;
        into.ContactorOpen = Inputs[index].ContactorOpen;
        into.SmokeLoopClosed = Inputs[index].SmokeLoopClosed;
        into.MeterKnown = Inputs[index].MeterKnown;
        into.MeterWh = Inputs[index].MeterWh;
        into.Operator.KeySwitchOn = Inputs[index].Operator.KeySwitchOn;
        into.Operator.ConfirmPressed = Inputs[index].Operator.ConfirmPressed;
        into.Operator.Request = Inputs[index].Operator.Request;
    }

    void IBayIo.Write(int index, bool chargePermitted) => _permitted[index] = chargePermitted;

    public bool Permitted(Bay bay) => _permitted[bay.Number - 1];

    /// <summary>Power goes and comes back: a new node on the same store, which listens its time out.</summary>
    public void Restart()
    {
        NodeSettings settings = new()
        {
            City = "linfen", Station = "station-1", Node = "bays-1", LinkAddress = 0x90, Bays = [1, 2],
            IsolationBays = _isolation, Interfaces = [1, 1], ChargerW = _chargerW,
        };
        Assert.Null(settings.Flaw());
        _node = new Node(settings, new BayPorts
        {
            Clock = Clock, Random = new CountingRandom(), Mac = new KeyedMac(new byte[32]), Restart = Restarts,
            Uplink = Line ?? Uplink, Heartbeat = new CountingHeartbeat(), Store = Disk ?? Store, Bays = this,
            Link = _link, ChargerBuses = _chargers,
        });
        _node.Start(NowMs);
        Pass((BayReservation.ListenMs / 50) + 1);
    }

    public void Pass(int count = 1)
    {
        for (int i = 0; i < count; i++)
        {
            NowMs += 50;
            _node.Pass(NowMs);
        }
    }

    public void Put(Bay bay)
    {
        Inputs[bay.Number - 1].PackPresent = true;
        Inputs[bay.Number - 1].BayClear = false;
        Pass(4);
    }

    public void TakeOut(Bay bay)
    {
        Inputs[bay.Number - 1].PackPresent = false;
        Inputs[bay.Number - 1].BayClear = true;
        Pass(4);
    }

    /// <summary>The pack says who it is, that it is at 97 %, and how warm; and the bay has taken it over.</summary>
    public void Identify(Bay bay, uint serial = 1002, int hottestC = 25, bool owned = false)
    {
        for (int i = 0; i < 5; i++)
        {
            Say(bay, PackTalk.Of(serial, NowMs, hottestC, owned));
            Pass(5);
        }
    }

    public void Say(Bay bay, params CanFrame[] frames) =>
        Array.ForEach(frames, frame => _chargers[bay.Number - 1].Deliver(frame, NowMs));

    public void Announce(int lane, int life, int store = 0, int take = 0, bool moving = false)
    {
        CanFrame frame = new();
        Assert.True(new LanePhaseFrame
        {
            Source = 0x80, Life = life, Lane = lane, StoreBay = store, HoldsStore = store != 0, TakeBay = take,
            HoldsTake = take != 0, Moving = moving,
        }.Write(frame));
        _link.Deliver(frame, NowMs);
        Pass();
    }

    /// <summary>A person selects the bay, turns the key and presses confirm.</summary>
    public void Request(Bay bay, OperatorRequest request, bool key = true)
    {
        OperatorInputs panel = Inputs[bay.Number - 1].Operator;
        panel.KeySwitchOn = key;
        panel.Request = request;
        Pass(4);
        panel.ConfirmPressed = true;
        Pass(4);
        panel.ConfirmPressed = false;
    }

    public BayAnswer Ask(Bay bay, BayOperation operation, int lane = 1) => bay.Ask(lane, operation, NowMs);

    public BayStatusFrame Status(Bay bay)
    {
        BayStatusFrame status = new();
        bay.Describe(status, NowMs);
        return status;
    }

    public BayPackFrame PackStatus(Bay bay)
    {
        BayPackFrame status = new();
        bay.Describe(status, NowMs);
        return status;
    }

    /// <summary>Kind, bay, value, level, serial and owner of all that was stored, but for warnings.</summary>
    public List<(EventKind Kind, int Bay, int Value, int Level, uint Serial, int Owner)> Events()
    {
        Pass(3);
        List<(EventKind, int, int, int, uint, int)> events = [];
        byte[] payload = new byte[Journal.RecordRoom];
        EventRecord record = new();
        for (ulong sequence = 1; sequence <= _node.Journal.LastStored; sequence++)
        {
            int length = _node.Journal.Read(sequence, payload);
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
            events.Add((record.Kind, record.Bay, record.Value, record.Level, record.PackSerial, record.Owner));
        }

        return events;
    }
}

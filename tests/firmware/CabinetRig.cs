using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// A cabinet node between scripted ports: four doors, the first empty, and a customer who does what the test says. The
/// test changes one thing and looks at what the cabinet asks for.
/// </summary>
public sealed class CabinetRig : ICabinetIo
{
    public const string Card = "CARD-0001";
    public const string OldCode = "0RJPEA00HAU0AAF130001001";
    public const string NewCode = "0RJPEA00HAU0AAF130001002";

    private readonly CabinetPorts _ports;

    public CabinetRig(string listed = Card, NodeSettings? settings = null)
    {
        Settings = settings ?? new NodeSettings
        {
            City = "linfen", Station = "station-1", Node = "cabinet-1", Lane = 1, Bays = [1, 2, 3, 4],
            Vehicles = [listed], Profile = BatteryCabinet.Profile(),
        };
        Line = new ScriptedPackLine(this);
        _ports = new CabinetPorts
        {
            Clock = Clock, Random = new CountingRandom(), Mac = new KeyedMac(new byte[32]),
            Uplink = Uplink, Heartbeat = new CountingHeartbeat(), Store = Store, Cabinet = this, PackLine = Line,
        };
        Doors[1].Pack = new CabinetRigPack(NewCode) { ChargePermille = 960 };
        Doors[2].Pack = new CabinetRigPack("0RJPEA00HAU0AAF130001003") { ChargePermille = 940 };
        Doors[3].Pack = new CabinetRigPack("0RJPEA00HAU0AAF130001004") { ChargePermille = 500 };
        Node = new Node(Settings, _ports);
        Node.Start(0);
    }

    public NodeSettings Settings { get; }

    public Node Node { get; private set; }

    public TornStore Store { get; } = new();

    public ScriptedUplink Uplink { get; } = new();

    public FixedClock Clock { get; } = new();

    public ScriptedPackLine Line { get; }

    public CabinetInputs Inputs { get; } = new() { SafetyChainClosed = true, FireLoopClosed = true };

    public CabinetRigDoor[] Doors { get; } = [new(), new(), new(), new()];

    /// <summary>What the customer brings; null for nobody's pack at all.</summary>
    public CabinetRigPack? Brought { get; set; } = new(OldCode) { ChargePermille = 120 };

    /// <summary>The customer shuts a door when done with it.</summary>
    public bool Shuts { get; set; } = true;

    /// <summary>The customer takes out what is behind the door that opens for taking.</summary>
    public bool Takes { get; set; } = true;

    public Drive Drives { get; private set; }

    /// <summary>Place of the door that is being unlatched, -1 for none.</summary>
    public int Unlatched { get; private set; } = -1;

    /// <summary>Most doors that were open at once.</summary>
    public int MostOpen { get; private set; }

    public long NowMs { get; private set; }

    public Phase Phase => Node.Cabinet.Phase;

    public Fault Fault => Node.Cabinet.Fault;

    void ICabinetIo.Read(CabinetInputs into)
    {
        into.SafetyChainClosed = Inputs.SafetyChainClosed;
        into.FireLoopClosed = Inputs.FireLoopClosed;
        into.KeySwitchOn = Inputs.KeySwitchOn;
        into.ConfirmPressed = Inputs.ConfirmPressed;
        into.AbortPressed = Inputs.AbortPressed;
        into.ManualSelected = Inputs.ManualSelected;
        into.ClosedSelected = Inputs.ClosedSelected;
        into.MaintenanceSelected = Inputs.MaintenanceSelected;
        into.UserPresent = Inputs.UserPresent;
        into.TagLength = Inputs.TagLength;
        Inputs.Tag.CopyTo(into.Tag, 0);
    }

    void ICabinetIo.ReadDoor(int index, DoorInputs into)
    {
        CabinetRigDoor door = Doors[index];
        into.LatchClosed = door.Shut;
        into.PackPresent = door.PresentContact ?? door.Pack is not null;
        into.BayClear = door.ClearContact ?? door.Pack is null;
        into.ContactorOpen = door.ContactorWelded is false && !door.Permitted;
        into.SmokeLoopClosed = !door.Smoke;
        into.MeterKnown = door.MeterWh is not null;
        into.MeterWh = door.MeterWh ?? 0;
        into.Operator.KeySwitchOn = door.Operator.KeySwitchOn;
        into.Operator.ConfirmPressed = door.Operator.ConfirmPressed;
        into.Operator.Request = door.Operator.Request;
    }

    void ICabinetIo.Write(Drive drives, int index)
    {
        Drives = drives;
        Unlatched = index;
    }

    void ICabinetIo.WriteCharge(int index, bool permitted) => Doors[index].Permitted = permitted;

    void ICabinetIo.SelectLine(int index) => Line.Selected = index;

    /// <summary>A customer comes and shows a card.</summary>
    public void Come(string card = Card)
    {
        Inputs.UserPresent = true;
        Inputs.TagLength = Encoding.ASCII.GetBytes(card, Inputs.Tag);
    }

    public void Leave()
    {
        Inputs.UserPresent = false;
        Inputs.TagLength = 0;
    }

    /// <summary>Power goes and comes back: the same store, a new node, the clock of a new boot.</summary>
    public void Restart()
    {
        Drives = Drive.None;
        Unlatched = -1;
        NowMs = 0;
        Line.Forget();
        Node = new Node(Settings, _ports);
        Node.Start(0);
    }

    public void Pass(int count = 1)
    {
        for (int i = 0; i < count; i++)
        {
            NowMs += 50;
            Line.NowMs = NowMs;
            Node.Pass(NowMs);
            MostOpen = Math.Max(MostOpen, Doors.Count(door => !door.Shut));
        }
    }

    /// <summary>Lets the customer do what the phases ask, up to the phase; fails after five minutes.</summary>
    public void DriveTo(Phase phase)
    {
        for (int i = 0; i < 6000 && Phase != phase; i++)
        {
            PassAndObey();
        }

        Assert.Equal(phase, Phase);
    }

    /// <summary>One pass, after which the customer does what the phase asks.</summary>
    public void PassAndObey()
    {
        Pass();
        Obey();
    }

    /// <summary>The packs behind the doors have all been heard.</summary>
    public void Settle() => Pass(120);

    /// <summary>A technician turns the key and presses confirm.</summary>
    public void Confirm()
    {
        Inputs.KeySwitchOn = true;
        Inputs.ConfirmPressed = false;
        Pass(3);
        Inputs.ConfirmPressed = true;
        Pass(2);
        Inputs.ConfirmPressed = false;
        Inputs.KeySwitchOn = false;
    }

    /// <summary>A technician selects a door, by its place, turns the key and presses confirm.</summary>
    public void Request(int door, OperatorRequest request)
    {
        OperatorInputs panel = Doors[door].Operator;
        panel.KeySwitchOn = true;
        panel.Request = request;
        Pass(4);
        panel.ConfirmPressed = true;
        Pass(4);
        panel.ConfirmPressed = false;
    }

    /// <summary>Bytes that the firmware allocates in a pass.</summary>
    public long AllocatedByPasses(int count)
    {
        long most = 0;
        for (int i = 0; i < count; i++)
        {
            NowMs += 50;
            Line.NowMs = NowMs;
            long before = GC.GetAllocatedBytesForCurrentThread();
            Node.Pass(NowMs);
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return most;
    }

    public EventRecord[] Events(EventKind kind)
    {
        List<EventRecord> found = [];
        for (ulong sequence = 1; sequence <= Node.Journal.LastStored; sequence++)
        {
            byte[] bytes = new byte[EventCodec.MaxLength];
            int length = Node.Journal.Read(sequence, bytes);
            EventRecord record = new();
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(bytes, 0, length, record));
            if (record.Kind == kind)
            {
                found.Add(record);
            }
        }

        return [.. found];
    }

    private void Obey()
    {
        if (Unlatched >= 0 && !Doors[Unlatched].Stuck)
        {
            Doors[Unlatched].Shut = false;
        }

        int store = Node.Cabinet.Plan.Store;
        int take = Node.Cabinet.Plan.Take;
        switch (Phase)
        {
            case Phase.Inserting when !Doors[store].Shut && Brought is not null:
                Doors[store].Pack = Brought;
                Brought = null;
                Doors[store].Shut = Shuts;
                break;
            case Phase.Inserting when !Doors[store].Shut:
                Doors[store].Shut = Shuts;
                break;
            case Phase.Returning when !Doors[store].Shut:
                Brought = Takes ? Doors[store].Pack : null;
                Doors[store].Pack = Takes ? null : Doors[store].Pack;
                Doors[store].Shut = Shuts;
                break;
            case Phase.Taking when !Doors[take].Shut:
                Doors[take].Pack = Takes ? null : Doors[take].Pack;
                Doors[take].Shut = Shuts;
                break;
        }
    }
}

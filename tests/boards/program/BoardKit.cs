using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>One of the boards with everything that is connected to it, each piece of which may be left out.</summary>
public sealed class BoardKit
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(one => (byte)one)];

    private readonly Func<NodeBoard> _make;
    private readonly int _select;
    private readonly string[] _adapters;
    private readonly int _heard;

    private BoardKit(
        string name, string node, Func<NodeBoard> make, int select, int expanders, string[] adapters, int heard)
    {
        Name = name;
        Node = node;
        Expanders = [.. Enumerable.Range(0, expanders).Select(address => new Mcp23s17Chip(address))];
        _make = make;
        _select = select;
        _adapters = adapters;
        _heard = heard;
    }

    public static TheoryData<string> Names => ["esp32-wrover", "esp32-s3", "esp32-olimex"];

    public string Name { get; }

    /// <summary>Of the example's nodes the one that it can be.</summary>
    public string Node { get; }

    public Mcp23s17Chip[] Expanders { get; }

    /// <summary>By its address; -1: none.</summary>
    public int MissingExpander { get; set; } = -1;

    public bool AdaptersMissing { get; set; }

    public bool HeartbeatUnheard { get; set; }

    public byte[] Settings => BoardRig.SettingsOf(Node, Name);

    public static BoardKit Of(string name) => name switch
    {
        "esp32-wrover" => new(
            name, "bays-1", () => new SwapEdge.Boards.Esp32Wrover.Board(), SwapEdge.Boards.Esp32Wrover.Pins.LinesSelect,
            1, ["COM2", "COM3"], SwapEdge.Boards.Esp32Wrover.Pins.HeartbeatHeard),
        "esp32-s3" => new(
            name, "lane-1", () => new SwapEdge.Boards.Esp32S3.Board(), SwapEdge.Boards.Esp32S3.Pins.LinesSelect, 6,
            ["COM2", "COM3"], SwapEdge.Boards.Esp32S3.Pins.HeartbeatHeard),
        _ => new(
            name, "cabinet-1", () => new SwapEdge.Boards.Esp32Olimex.Board(),
            SwapEdge.Boards.Esp32Olimex.Pins.LinesSelect, 6, [], -1),
    };

    /// <summary>The board made, its settings read and its ports open; the node not started.</summary>
    public BoardRig Make(byte[]? settings, bool key = true, MemoryStore? notes = null, int room = 3 * 1024 * 1024)
    {
        BoardRig rig = new(_make, settings, key ? Key : null, notes, Wire, room);
        foreach (string port in AdaptersMissing ? [] : _adapters)
        {
            rig.Adapters.Add(new SlcanAdapter(rig.Bench.Serial(port)));
        }

        return rig;
    }

    /// <summary>The program begins anew on the same wires, without a loss of power.</summary>
    public void Again(BoardRig rig)
    {
        rig.Bench.Reset();
        using (rig.Bench.Use())
        {
            _make();
        }
    }

    /// <summary>Asks for something at each port that drives, as a node would.</summary>
    public static void Ask(NodePorts? ports)
    {
        switch (ports)
        {
            case BayPorts bays:
                bays.Bays.Read(0, new BayInputs());
                bays.Bays.Write(0, chargePermitted: true);
                break;
            case LanePorts lane:
                lane.Lane.Read(new LaneInputs());
                lane.Lane.Write(Drive.Unlock | Drive.HoldVehicle, 2, 1);
                break;
            case CabinetPorts cabinet:
                cabinet.Cabinet.Read(new CabinetInputs());
                cabinet.Cabinet.WriteCharge(0, permitted: true);
                cabinet.Cabinet.Write(Drive.OpenDoor | Drive.HoldVehicle, 0);
                break;
            default:
                throw new ArgumentException("no such ports", nameof(ports));
        }
    }

    /// <summary>Outputs that charge or move something, not lamps and codes.</summary>
    public int Requests(BoardRig rig)
    {
        int[] permits = [.. WiredBoard.Of(Name).Pins.Where(pin => pin.Name.EndsWith("Permit", StringComparison.Ordinal))
            .Select(pin => pin.Pin)];
        return permits.Count(pin => rig.Bench.Pin(pin).Driven == true)
            + Expanders.Select((chip, address) =>
                chip.Pins.Where((pin, number) => pin.Driven == true && Requests(address, number)).Count()).Sum();
    }

    /// <summary>Of an expander: a hoist's or a lock's drive of a lane, a permit or latch of a door.</summary>
    private bool Requests(int address, int pin) => Name switch
    {
        "esp32-s3" => address == 5 && pin < 8,
        "esp32-olimex" => address < 4 && pin % 8 >= 6,
        _ => false,
    };

    /// <summary>Safety chain and fire loop closed; doors shut, empty, without smoke.</summary>
    private void Quieten()
    {
        foreach (int pin in Name == "esp32-s3" ? (int[])[0, 1, 2] : Name == "esp32-olimex" ? [9, 10] : [])
        {
            Expanders[Name == "esp32-s3" ? 0 : 4].Pins[pin].Outside = false;
        }

        foreach (Mcp23s17Chip doors in Name == "esp32-olimex" ? Expanders[..4] : [])
        {
            foreach (int pin in (int[])[1, 2, 3, 5, 9, 10, 11, 13])
            {
                doors.Pins[pin].Outside = false;
            }
        }
    }

    private void Wire(Bench bench)
    {
        foreach (Mcp23s17Chip chip in Expanders.Where((_, address) => address != MissingExpander))
        {
            bench.Spi(1, _select).Attach(chip);
        }

        Quieten();
        if (Name == "esp32-wrover" && !AdaptersMissing)
        {
            bench.Spi(1, SwapEdge.Boards.Esp32Wrover.Pins.LinkSelect).Attach(new Mcp2515Chip());
        }

        if (_heard >= 0)
        {
            bench.Pin(_heard).Outside = !HeartbeatUnheard;
        }
        else
        {
            // A contact to ground, behind the panel's lines.
            Expanders[4].Pins[12].Outside = HeartbeatUnheard ? null : false;
        }
    }
}

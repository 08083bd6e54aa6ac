using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One node's board with all that is wired to it, in virtual time. What is a thread on the device is a call here, at
/// the tick of its runtime: the same seed gives the same run. The drivers are the board's own, over the stand-ins of
/// the device's libraries.
/// </summary>
public abstract class WiredNode : IDisposable
{
    /// <summary>The runtime wakes a thread no sooner.</summary>
    public const int TickMs = 10;

    private const int BlockBytes = 4096;
    private const int MostFiles = 384;

    private readonly List<IOnBench> _attached = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swapsim-");
    private readonly VirtualHeartbeat _heartbeat = new();
    private IFieldWires? _field;
    private NodeBoard? _board;
    private long _nowMs;

    /// <param name="board">Its name.</param>
    /// <param name="heartbeatPin">On which the hardware listens.</param>
    protected WiredNode(string board, int heartbeatPin)
    {
        Name = board;
        Bench.Pin(heartbeatPin).Changed += _ => _heartbeat.Toggle();
    }

    public string Name { get; }

    /// <summary>What its drivers are made on: pins, chip selects, serial ports, for a test to cut.</summary>
    public Bench Bench { get; } = new();

    /// <summary>Adapters on its serial ports.</summary>
    public IEnumerable<AdapterOnBus> Adapters => _attached.OfType<AdapterOnBus>();

    /// <summary>The files that its node has written.</summary>
    public IReadOnlyDictionary<string, byte[]> Files =>
        _folder.GetFiles()
            .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal);

    /// <summary>How often the drivers' threads run; more than a tick for threads that are late.</summary>
    public int PumpEveryMs { get; set; } = TickMs;

    /// <summary>What listens to the heartbeat output.</summary>
    public VirtualHeartbeat Heartbeat => _heartbeat;

    /// <summary>The wires behind the board's digital lines, bank after bank as its constructor has them.</summary>
    protected LineWires Lines { get; } = new();

    /// <summary>
    /// Makes board and node as after a reset: every pin of the controller lets go; expanders, chips and adapters keep
    /// what they have, and so does the folder.
    /// </summary>
    /// <param name="settings">What the node is.</param>
    /// <param name="key">The key it shares with the city.</param>
    /// <param name="equip">Gives the ports what the board's main loop gives them on the device.</param>
    /// <param name="wrap">Last, before the node is made: what the node is to have instead of its ports.</param>
    /// <param name="nowMs">Time of the start.</param>
    public NodeProgram Boot(
        NodeSettings settings,
        byte[] key,
        Action<NodePorts> equip,
        Func<NodeSettings, NodePorts, NodePorts> wrap,
        long nowMs)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(equip);
        ArgumentNullException.ThrowIfNull(wrap);
        Bench.Reset();
        using IDisposable use = Bench.Use();
        NodeBoard board = Make();
        if (!board.Fits(settings))
        {
            throw new InvalidOperationException($"{settings.Node} is not for {board.Name}");
        }

        RunRecord runs = new(OpenStore(board));
        runs.Open();
        Reboot reboot = new(runs);
        NodeProgram program = new(board, OpenStore(board), runs, reboot) { Settings = settings };
        NodePorts ports = board.Open(settings);
        ports.Heartbeat = board.Heartbeat;
        ports.Store = OpenStore(board);
        ports.Mac = new DeviceMac(key);
        ports.Restart = reboot;
        ports.Vitals = new Vitals(runs, board);
        equip(ports);
        _board = board;
        _field = Field(ports);
        program.Start(wrap(settings, ports), nowMs);
        return program;
    }

    /// <summary>After each step of the world.</summary>
    public void Advance(long nowMs)
    {
        int milliseconds = (int)(nowMs - _nowMs);
        foreach (IOnBench attached in _attached)
        {
            attached.Advance(milliseconds);
        }

        if (nowMs / PumpEveryMs != _nowMs / PumpEveryMs)
        {
            Pump(nowMs);
        }

        _nowMs = nowMs;
    }

    /// <summary>What each thread of the board does once.</summary>
    public void Pump(long nowMs)
    {
        foreach (IPump pump in _board?.Pumps ?? [])
        {
            pump.Pump(nowMs);
        }
    }

    /// <summary>The world's contacts onto the wires; before a pass.</summary>
    public void Sense(long nowMs)
    {
        _heartbeat.Advance(nowMs);
        Lines.Set(_board?.HeartbeatHeard ?? -1, _heartbeat.Alive);
        _field?.Sense();
    }

    /// <summary>The wires to the world's coils; after a pass.</summary>
    public void Drive() => _field?.Drive();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _folder.Delete(recursive: true);
        }
    }

    /// <summary>Makes the board; its bench is in use.</summary>
    protected abstract NodeBoard Make();

    /// <summary>Contacts and coils, wired as the board's drivers are told.</summary>
    protected abstract IFieldWires Field(NodePorts ports);

    protected void HasChip(int chipSelect, Wire wire, string name)
    {
        Mcp2515Chip chip = new();
        Bench.Spi(1, chipSelect).Attach(chip);
        _attached.Add(new ChipOnBus(chip, wire, name));
    }

    protected void HasAdapter(string port, Wire wire, string name) =>
        _attached.Add(new AdapterOnBus(Bench.Serial(port), wire, name));

    protected void HasLine(string port, CabinetLine line) =>
        _attached.Add(new LineOnPort(Bench.Serial(port), line));

    /// <summary>The next banks of lines: expanders on one chip select, by their address.</summary>
    protected void HasExpanders(int chipSelect, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Mcp23s17Chip chip = new(i);
            Bench.Spi(1, chipSelect).Attach(chip);
            Lines.WithExpander(chip);
        }
    }

    private FileStore OpenStore(NodeBoard board)
    {
        string root = _folder.FullName + Path.DirectorySeparatorChar;
        FileStore store = new(root, board.StoreBytes, BlockBytes, MostFiles);
        store.Open();
        return store;
    }
}

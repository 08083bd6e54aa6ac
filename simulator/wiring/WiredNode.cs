using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Simulator.Settings;

namespace SwapEdge.Simulator;

/// <summary>
/// One node's board with all that is wired to it. In virtual time what is a thread on the device is a call here, at
/// the tick of its runtime: the same seed gives the same run. The drivers are the board's own, over the stand-ins of
/// the device's libraries.
/// </summary>
public abstract class WiredNode : IDisposable
{
    /// <summary>The runtime wakes a thread no sooner.</summary>
    public const int TickMs = 10;

    private const int ResetAfterMs = 30_000;
    private const int BlockBytes = 4096;
    private const int MostFiles = 384;

    private readonly List<IOnBench> _attached = [];
    private readonly List<Mcp23s17Chip> _expanders = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swapsim-");
    private readonly VirtualHeartbeat _heartbeat = new();
    private IFieldWires? _field;
    private NodeBoard? _board;
    private bool _unpowered;
    private long _nowMs;
    private long _resetMs;

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

    /// <summary>A folder for each drive of the device, by its letter.</summary>
    public DirectoryInfo Folder => _folder;

    /// <summary>Its expanders, by their address.</summary>
    public IReadOnlyList<Mcp23s17Chip> Expanders => _expanders;

    /// <summary>The files that its node has written.</summary>
    public IReadOnlyDictionary<string, byte[]> Files =>
        _folder.GetFiles("*", SearchOption.AllDirectories)
            .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal);

    /// <summary>How often the drivers' threads run; more than a tick for threads that are late.</summary>
    public int PumpEveryMs { get; set; } = TickMs;

    /// <summary>Time of the world when its program started: its threads read the time since then.</summary>
    public long BornMs { get; set; }

    /// <summary>Of the world, at its last step.</summary>
    public long NowMs => Volatile.Read(ref _nowMs);

    /// <summary>The hardware has waited for a heartbeat for 30 s: the controller is reset.</summary>
    public bool ResetDue => _heartbeat.SilentSince(_resetMs) > ResetAfterMs;

    /// <summary>What listens to the heartbeat output.</summary>
    public VirtualHeartbeat Heartbeat => _heartbeat;

    /// <summary>The wires behind the board's digital lines, bank after bank as its constructor has them.</summary>
    protected LineWires Lines { get; } = new();

    /// <summary>Its program runs with its threads and in real time; else whoever runs the node calls them.</summary>
    public bool Threaded { get; init; }

    /// <summary>Writes settings and key where the flash tool does.</summary>
    public void Deploy(NodeSettings settings, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string given = BenchBoard.Drive(_folder, "I:\\");
        File.WriteAllBytes(Path.Combine(given, "settings.bin"), StationText.Compile(settings).DeviceForm);
        File.WriteAllBytes(Path.Combine(given, "mac.key"), key);
    }

    /// <summary>
    /// Makes board and node as after a reset, without threads. The node is what was deployed.
    /// </summary>
    /// <param name="equip">Gives the ports what the board's main loop gives them on the device.</param>
    /// <param name="wrap">Last, before the node is made: what the node is to have instead of its ports.</param>
    /// <param name="uptimeMs">Time of the start, as the program reads it.</param>
    public NodeProgram Boot(
        Action<NodePorts> equip, Func<NodeSettings, NodePorts, NodePorts> wrap, long uptimeMs)
    {
        ArgumentNullException.ThrowIfNull(equip);
        ArgumentNullException.ThrowIfNull(wrap);
        using IDisposable use = Bench.Use();
        NodeBoard board = Reset();
        FileStore given = Open(board, board.GivenRoot);
        RunRecord runs = new(Open(board, board.GivenRoot));
        NodeProgram program = new(board, Open(board, board.Root), runs, new Reboot(runs)) { Given = given };
        NodePorts ports = program.Open() ?? throw new InvalidOperationException(program.Line);
        equip(ports);
        program.Start(wrap(program.Settings, ports), uptimeMs);
        return program;
    }

    /// <summary>
    /// The board as after a reset, on this thread's bench: every pin of the controller lets go; expanders, chips and
    /// adapters keep what they have, and so do the folders.
    /// </summary>
    public NodeBoard Reset()
    {
        lock (Bench.Gate)
        {
            Bench.Reset();
            _resetMs = NowMs;
        }

        BenchBoard board = new(Make(), _folder, Join);
        _board = board;
        return board;
    }

    /// <summary>After each step of the world; whoever calls it holds the bench's gate.</summary>
    public void Advance(long nowMs)
    {
        int milliseconds = (int)(nowMs - _nowMs);
        foreach (IOnBench attached in _attached)
        {
            attached.Advance(milliseconds);
        }

        if (Threaded && !_unpowered)
        {
            Sense(nowMs);
            Drive();
        }
        else if (!_unpowered && nowMs / PumpEveryMs != _nowMs / PumpEveryMs)
        {
            Pump(nowMs - BornMs);
        }

        Volatile.Write(ref _nowMs, nowMs);
    }

    /// <summary>What each thread of the board does once.</summary>
    public void Pump(long uptimeMs)
    {
        foreach (IPump pump in _board?.Pumps ?? [])
        {
            pump.Pump(uptimeMs);
        }
    }

    /// <summary>The world's contacts onto the wires; before a pass.</summary>
    public void Sense(long nowMs)
    {
        _heartbeat.Advance(nowMs);
        Lines.Set(_board?.HeartbeatHeard ?? -1, _heartbeat.Alive);
        _field?.Sense();
    }

    /// <summary>
    /// The wires to the world's coils; after a pass. While the hardware hears no heartbeat the coils have no supply,
    /// and the expanders are held in reset.
    /// </summary>
    public void Drive()
    {
        Lines.Supplied = _heartbeat.Alive;
        if (!Lines.Supplied)
        {
            _expanders.ForEach(chip => chip.PowerCycle());
        }

        _field?.Drive();
    }

    /// <summary>Its supply fails: the controller lets go of its pins, expanders, chips and adapters lose what they
    /// have. The folder keeps its files.</summary>
    public void TurnOff()
    {
        lock (Bench.Gate)
        {
            _unpowered = true;
            _board = null;
            _field = null;
            Bench.Reset();
            _expanders.ForEach(chip => chip.PowerCycle());
            _attached.ForEach(attached => attached.HasPower = false);
        }
    }

    /// <summary>Its supply is back; <see cref="Boot"/> follows.</summary>
    public void TurnOn()
    {
        lock (Bench.Gate)
        {
            _unpowered = false;
            _attached.ForEach(attached => attached.HasPower = true);
        }
    }

    /// <summary>Its files are gone: it is another board, to be deployed.</summary>
    public void Empty()
    {
        foreach (FileInfo file in _folder.GetFiles("*", SearchOption.AllDirectories))
        {
            file.Delete();
        }
    }

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
            _expanders.Add(chip);
        }
    }

    /// <summary>A clock chip that was set when the board was made.</summary>
    protected void HasClock(int chipSelect)
    {
        Bench.Spi(1, chipSelect).Attach(new Ds3234Chip(() => DateTime.UtcNow));
        using IDisposable use = Bench.Use();
        new ClockChip(SpiChip.Open(1, chipSelect)).Write(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
    }

    private void Join(NodePorts ports)
    {
        lock (Bench.Gate)
        {
            _field = Field(ports);
            _field.Sense();
        }
    }

    private static FileStore Open(NodeBoard board, string root)
    {
        FileStore store = new(root, board.StoreBytes, BlockBytes, MostFiles);
        store.Open();
        return store;
    }
}

namespace SwapEdge.Simulator;

/// <summary>
/// What one board is wired to: pins, chip selects, serial ports. The device's API has no place to say which board a
/// driver belongs to, so the drivers of a board are made while its bench is in use on this thread.
/// </summary>
public sealed class Bench
{
    private const int SpiDevices = 3;

    [ThreadStatic]
    private static Bench? _inUse;

    private readonly Dictionary<int, PinWire> _pins = [];
    private readonly Dictionary<(int Bus, int Line), SpiWire> _chips = [];
    private readonly Dictionary<int, List<SpiUse>> _opened = [];
    private readonly Dictionary<string, SerialWire> _ports = [];
    private readonly List<(int Pin, int Function)> _assigned = [];

    /// <summary>
    /// The controller's one interpreter: held in each call into a library of the device, so that whoever holds it, for
    /// a pass or in a handshake, holds up every thread of the board. Taken before <see cref="Gate"/>.
    /// </summary>
    public object Interpreter { get; } = new();

    /// <summary>
    /// Held while something happens on the wires, and by whoever moves the world at the other end of them.
    /// </summary>
    public object Gate { get; set; } = new();

    /// <summary>The bench in use on this thread.</summary>
    public static Bench InUse =>
        _inUse ?? throw new InvalidOperationException("Drivers are made while a bench is in use.");

    /// <summary>In use until the returned object is disposed.</summary>
    public IDisposable Use()
    {
        Bench? before = _inUse;
        _inUse = this;
        return new Release(before);
    }

    /// <summary>The controller starts anew: its pins let go and its native buffers are gone.</summary>
    public void Reset()
    {
        foreach (PinWire pin in _pins.Values)
        {
            pin.Driven = null;
            pin.Pull = false;
        }

        foreach (SerialWire port in _ports.Values)
        {
            port.Close();
        }

        _opened.Clear();
    }

    public PinWire Pin(int number) => Of(_pins, number);

    /// <summary>What a chip select reaches; several chips may share one when they have addresses.</summary>
    public SpiWire Spi(int bus, int chipSelect) => Of(_chips, (bus, chipSelect));

    /// <summary>
    /// Opens a chip select as the runtime does on an ESP32: room for three on a bus, and mode and clock of the first
    /// are those of all.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    /// <exception cref="NotSupportedException">It would be the fourth.</exception>
    public SpiUse OpenSpi(int bus, int chipSelect, int mode, int clockHz)
    {
        List<SpiUse> opened = Of(_opened, bus);
        SpiWire wire = Spi(bus, chipSelect);
        if (opened.Exists(one => one.Wire == wire))
        {
            throw new InvalidOperationException($"Chip select {chipSelect} of bus {bus} is open.");
        }

        if (opened.Count == SpiDevices)
        {
            throw new NotSupportedException($"Bus {bus} has no room for another chip select.");
        }

        SpiUse use = opened.Count == 0 ? new SpiUse(wire, mode, clockHz) : opened[0] with { Wire = wire };
        opened.Add(use);
        return use;
    }

    /// <param name="port">As the device names it, "COM2".</param>
    public SerialWire Serial(string port) => Of(_ports, port);

    /// <summary>Functions that the board has given to pins, as the chip numbers them, in that order.</summary>
    public IReadOnlyList<(int Pin, int Function)> Assigned => _assigned;

    public void Assign(int pin, int function) => _assigned.Add((pin, function));

    /// <summary>Pins that drivers have asked for.</summary>
    public IReadOnlyDictionary<int, PinWire> Pins => _pins;

    private static T Of<TKey, T>(Dictionary<TKey, T> wires, TKey key)
        where TKey : notnull
        where T : new()
    {
        if (!wires.TryGetValue(key, out T? wire))
        {
            wire = new T();
            wires.Add(key, wire);
        }

        return wire;
    }

    private sealed class Release(Bench? before) : IDisposable
    {
        public void Dispose() => _inUse = before;
    }
}

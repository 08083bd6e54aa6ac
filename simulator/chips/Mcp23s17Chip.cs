namespace SwapEdge.Simulator;

/// <summary>
/// An MCP23S17 (DS20001952) with a wire at each of its sixteen pins: addresses, both register orders, sequential
/// access, direction, inversion, pull-ups, latches. Interrupts are not modelled: their registers keep what is written.
/// </summary>
/// <param name="address">Levels of its pins A2 to A0.</param>
public sealed class Mcp23s17Chip(int address) : ISpiChip
{
    public const int Direction = 0x00;
    public const int Inversion = 0x02;
    public const int Control = 0x0A;
    public const int PullUp = 0x0C;
    public const int Port = 0x12;
    public const int Latch = 0x14;

    private const int Banked = 0x80;
    private const int Fixed = 0x20;
    private const int Addressed = 0x08;

    // In the order of IOCON.BANK 0: port A even, port B odd.
    private readonly byte[] _registers = PowerOn();
    private int _count;
    private bool _mine;
    private bool _reading;
    private int _register;

    /// <summary>GPA0 to GPA7, GPB0 to GPB7.</summary>
    public IReadOnlyList<PinWire> Pins { get; } = [.. Enumerable.Range(0, 16).Select(_ => new PinWire())];

    /// <summary>It answers, and takes nothing that is written: a broken chip.</summary>
    public bool IgnoresWrites { get; set; }

    /// <summary>A register by its number with IOCON.BANK 0.</summary>
    public byte this[int register] => _registers[register];

    /// <summary>Its supply has failed and come back.</summary>
    public void PowerCycle()
    {
        PowerOn().CopyTo(_registers, 0);
        DriveAll();
    }

    public void SelectFalls() => _count = 0;

    public byte? Exchange(byte received)
    {
        _count++;
        switch (_count)
        {
            case 1:
                // Without HAEN the two low address pins do not count; A2 does (silicon errata).
                int asked = (received >> 1) & 7;
                bool all = (_registers[Control] & Addressed) == 0;
                _mine = received >> 4 == 4 && (all ? asked == (address & 4) : asked == address);
                _reading = (received & 1) != 0;
                return null;
            case 2:
                _register = received;
                return null;
            default:
                return _mine ? Access(received) : null;
        }
    }

    public void SelectRises() => _mine = false;

    private static byte[] PowerOn()
    {
        byte[] registers = new byte[0x16];
        registers[Direction] = 0xFF;
        registers[Direction + 1] = 0xFF;
        return registers;
    }

    private byte? Access(byte received)
    {
        int register = Place(_register);
        byte? read = _reading ? Read(register) : null;
        if (!_reading)
        {
            Write(register, received);
        }

        bool banked = (_registers[Control] & Banked) != 0;
        int last = banked ? 0x1A : 0x15;
        bool toggles = (_registers[Control] & Fixed) != 0;
        _register = !toggles ? (_register >= last ? 0 : _register + 1) : banked ? _register : _register ^ 1;
        return read;
    }

    /// <summary>Where a register is, -1 for none.</summary>
    private int Place(int number)
    {
        if ((_registers[Control] & Banked) == 0)
        {
            return number < _registers.Length ? number : -1;
        }

        return (number & 0x0F) <= 0x0A && number < 0x20 ? (2 * (number & 0x0F)) + (number >> 4) : -1;
    }

    private byte Read(int register)
    {
        if (register < 0)
        {
            return 0;
        }

        int port = register & 1;
        if ((register & ~1) != Port)
        {
            return _registers[register];
        }

        int levels = 0;
        for (int i = 0; i < 8; i++)
        {
            levels |= Pins[(8 * port) + i].Level ? 1 << i : 0;
        }

        return (byte)(levels ^ _registers[Inversion + port]);
    }

    private void Write(int register, byte value)
    {
        // Which pin interrupted, and what was captured, is read only.
        if (IgnoresWrites || register < 0 || register is >= 0x0E and < Port)
        {
            return;
        }

        int place = (register & ~1) == Port ? Latch + (register & 1) : register;
        _registers[place] = value;
        if ((place & ~1) == Control)
        {
            _registers[Control] = (byte)(value & 0xFE);
            _registers[Control + 1] = _registers[Control];
        }

        DriveAll();
    }

    private void DriveAll()
    {
        for (int i = 0; i < 16; i++)
        {
            int port = i >> 3;
            int bit = 1 << (i & 7);
            Pins[i].Pull = (_registers[PullUp + port] & bit) != 0;
            Pins[i].Driven = (_registers[Direction + port] & bit) != 0 ? null : (_registers[Latch + port] & bit) != 0;
        }
    }
}

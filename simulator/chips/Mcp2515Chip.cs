using static SwapEdge.Simulator.Mcp2515Registers;

namespace SwapEdge.Simulator;

/// <summary>
/// An MCP2515 as its SPI sees it (DS20001801, section 12): the instructions, one a select. The bus is on its
/// <see cref="Can"/> side.
/// </summary>
public sealed class Mcp2515Chip : ISpiChip
{
    private readonly Mcp2515Registers _registers = new();
    private int _count;
    private int _instruction;
    private int _address;
    private int _freed;
    private byte _mask;

    /// <param name="crystalMhz">What is soldered beside it.</param>
    public Mcp2515Chip(int crystalMhz = 16)
    {
        Can = new Mcp2515Can(_registers, crystalMhz);
    }

    public Mcp2515Can Can { get; }

    /// <summary>For a test to look at; writing follows the rules.</summary>
    public Mcp2515Registers Registers => _registers;

    /// <summary>Its supply has failed and come back.</summary>
    public void PowerCycle() => _registers.Reset();

    public void SelectFalls() => _count = 0;

    public byte? Exchange(byte received)
    {
        _count++;
        if (_count == 1)
        {
            Begin(received);
            return null;
        }

        return _instruction switch
        {
            0x03 => _count == 2 ? Address(received) : _registers.Read(Next()),
            0x90 => _registers.Read(Next()),
            0x02 when _count > 2 => Write(received),
            0x02 => Address(received),
            0x40 => Write(received),
            0x05 => Modify(received),
            0xA0 => Status(),
            0xB0 => ReceiveStatus(),
            _ => null,
        };
    }

    /// <summary>Reading a receive buffer frees it when the chip select rises.</summary>
    public void SelectRises()
    {
        if (_instruction == 0x90 && _count > 0)
        {
            _registers[CanIntF] = (byte)(_registers[CanIntF] & ~_freed);
        }

        _instruction = 0;
    }

    private void Begin(byte instruction)
    {
        _instruction = instruction;
        if (instruction == 0xC0)
        {
            _registers.Reset();
        }
        else if ((instruction & 0xF9) == 0x90)
        {
            _instruction = 0x90;
            _freed = (instruction & 4) != 0 ? 2 : 1;
            _address = 0x61 + ((instruction & 4) << 2) + ((instruction & 2) != 0 ? 5 : 0);
        }
        else if ((instruction & 0xF8) == 0x40)
        {
            _instruction = 0x40;
            _address = 0x31 + ((instruction & 6) << 3) + ((instruction & 1) != 0 ? 5 : 0);
        }
        else if ((instruction & 0xF8) == 0x80)
        {
            for (int buffer = 0; buffer < 3; buffer++)
            {
                Request(buffer, (instruction >> buffer & 1) != 0);
            }
        }
    }

    private void Request(int buffer, bool asked)
    {
        int control = SendControl(buffer);
        if (asked && (_registers[CanCtrl] & 0x10) == 0)
        {
            _registers.Write(control, (byte)(_registers[control] | SendRequest));
            Can.Loop();
        }
    }

    private byte? Address(byte address)
    {
        _address = address & 0x7F;
        return null;
    }

    private int Next()
    {
        int address = _address;
        _address = (address + 1) & 0x7F;
        return address;
    }

    private byte? Write(byte value)
    {
        _registers.Write(Next(), value);
        Can.Loop();
        return null;
    }

    private byte? Modify(byte value)
    {
        switch (_count)
        {
            case 2:
                return Address(value);
            case 3:
                _mask = TakesBitModify(_address) ? value : (byte)0xFF;
                return null;
            default:
                int before = _registers.Read(_address);
                _registers.Write(_address, (byte)((before & ~_mask) | (value & _mask)));
                Can.Loop();
                return null;
        }
    }

    private byte Status()
    {
        int flags = _registers[CanIntF];
        int status = flags & 3;
        for (int buffer = 0; buffer < 3; buffer++)
        {
            status |= (_registers[SendControl(buffer)] & SendRequest) != 0 ? 0x04 << (2 * buffer) : 0;
            status |= (flags & (4 << buffer)) != 0 ? 0x08 << (2 * buffer) : 0;
        }

        return (byte)status;
    }

    private byte ReceiveStatus()
    {
        int full = _registers[CanIntF] & 3;
        int control = (full & 1) != 0 ? Rxb0Ctrl : Rxb1Ctrl;
        bool extended = (_registers[control + 2] & 0x08) != 0;
        bool remote = extended ? (_registers[control + 5] & 0x40) != 0 : (_registers[control + 2] & 0x10) != 0;
        int hit = control == Rxb0Ctrl ? _registers[control] & 1 : _registers[control] & 7;
        bool rolled = control == Rxb1Ctrl && hit < 2;
        return (byte)((full << 6) | (extended ? 0x10 : 0) | (remote ? 0x08 : 0) | (rolled ? 6 + hit : hit));
    }
}

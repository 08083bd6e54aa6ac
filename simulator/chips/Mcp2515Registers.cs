namespace SwapEdge.Simulator;

/// <summary>
/// The registers of an MCP2515 (DS20001801, section 11): what may be written when, what follows from a write, what
/// reads how. A mode that is asked for is there at once.
/// </summary>
public sealed class Mcp2515Registers
{
    public const int CanStat = 0x0E;
    public const int CanCtrl = 0x0F;
    public const int Tec = 0x1C;
    public const int Rec = 0x1D;
    public const int Masks = 0x20;
    public const int Cnf3 = 0x28;
    public const int Cnf2 = 0x29;
    public const int Cnf1 = 0x2A;
    public const int CanIntE = 0x2B;
    public const int CanIntF = 0x2C;
    public const int Eflg = 0x2D;
    public const int Rxb0Ctrl = 0x60;
    public const int Rxb1Ctrl = 0x70;

    // CANINTF
    public const int ErrorInterrupt = 0x20;
    public const int WakeInterrupt = 0x40;
    public const int MessageError = 0x80;

    // EFLG
    public const int Rx0Overflow = 0x40;
    public const int Rx1Overflow = 0x80;

    // TXBnCTRL
    public const int Aborted = 0x40;
    public const int LostArbitration = 0x20;
    public const int SendError = 0x10;
    public const int SendRequest = 0x08;

    private readonly byte[] _bytes = new byte[0x80];

    public Mcp2515Registers()
    {
        Reset();
    }

    public Mcp2515Mode Mode { get; private set; }

    /// <summary>Kept wider than its register: above 255 the chip is off the bus.</summary>
    public int TransmitErrors { get; set; }

    public int ReceiveErrors { get; set; }

    public bool IsBusOff { get; set; }

    /// <summary>Level of the INT pin: low while an enabled interrupt waits.</summary>
    public bool InterruptPin => (_bytes[CanIntE] & _bytes[CanIntF]) == 0;

    /// <summary>The bus is never still: no mode that is asked for is entered.</summary>
    public bool KeepsMode { get; set; }

    /// <summary>Bits that a disturbance turns over each time a register is written.</summary>
    public (int Address, byte Bits) Disturbed { get; set; } = (-1, 0);

    /// <summary>The register as the CAN side has it, without rules.</summary>
    public byte this[int address]
    {
        get => _bytes[address];
        set => _bytes[address] = value;
    }

    public static int SendControl(int buffer) => 0x30 + (buffer << 4);

    /// <summary>All as after power-up, in configuration mode. Buffers keep what they have.</summary>
    public void Reset()
    {
        Array.Clear(_bytes, 0, 0x30);
        for (int row = 0x30; row < 0x80; row += 0x10)
        {
            _bytes[row] = 0;
        }

        _bytes[CanCtrl] = 0x87;
        Enter(Mcp2515Mode.Configuration);
    }

    public byte Read(int address) => (address & 0x0F, address) switch
    {
        (CanStat, _) => (byte)(((int)Mode << 5) | (InterruptCode() << 1)),
        (CanCtrl, _) => _bytes[CanCtrl],
        (_, Tec) => (byte)Math.Min(TransmitErrors, 255),
        (_, Rec) => (byte)Math.Min(ReceiveErrors, 255),
        (_, Eflg) => (byte)(_bytes[Eflg] | ErrorState()),
        _ => OnlyInConfiguration(address) && address < Cnf3 && Mode != Mcp2515Mode.Configuration ? (byte)0
            : _bytes[address],
    };

    /// <summary>What of a register BIT MODIFY may touch; it writes all of another one.</summary>
    public static bool TakesBitModify(int address) =>
        (address & 0x0F) == CanCtrl || address is 0x0C or 0x0D || address is >= Cnf3 and <= Eflg
        || (address >= 0x30 && (address & 0x0F) == 0);

    public void Write(int address, byte value)
    {
        if ((address & 0x0F) == CanCtrl)
        {
            Control(value);
        }
        else if ((address & 0x0F) == CanStat || address is Tec or Rec || (address > Rxb0Ctrl && (address & 0x0F) != 0)
            || (OnlyInConfiguration(address) && Mode != Mcp2515Mode.Configuration))
        {
            // Read only, or not now.
        }
        else if (address >= 0x30 && address < Rxb0Ctrl)
        {
            WriteSendBuffer(address, value);
        }
        else
        {
            Keep(address, value, address switch
            {
                Eflg => Rx0Overflow | Rx1Overflow,
                Rxb0Ctrl => 0x64,
                Rxb1Ctrl => 0x60,
                _ => 0xFF,
            });
        }
    }

    public void Raise(int interrupt) => _bytes[CanIntF] |= (byte)interrupt;

    /// <summary>Goes to a mode of its own accord: woken by the bus.</summary>
    public void Enter(Mcp2515Mode mode)
    {
        Mode = mode;
        if (mode == Mcp2515Mode.Configuration)
        {
            TransmitErrors = 0;
            ReceiveErrors = 0;
            IsBusOff = false;
        }
    }

    /// <summary>EFLG without the overflows (section 6.7): warning, passive, off.</summary>
    public int ErrorState() =>
        (TransmitErrors >= 96 || ReceiveErrors >= 96 ? 0x01 : 0) | (ReceiveErrors >= 96 ? 0x02 : 0)
        | (TransmitErrors >= 96 ? 0x04 : 0) | (ReceiveErrors >= 128 ? 0x08 : 0) | (TransmitErrors >= 128 ? 0x10 : 0)
        | (IsBusOff ? 0x20 : 0);

    private static bool OnlyInConfiguration(int address) =>
        address < 0x0C || address == 0x0D || (address >= 0x10 && address < Tec)
        || (address >= Masks && address < CanIntE);

    private void Control(byte value)
    {
        _bytes[CanCtrl] = value;
        Enter((value >> 5) > 4 || KeepsMode ? Mode : (Mcp2515Mode)(value >> 5));
        if ((value & 0x10) == 0)
        {
            return;
        }

        for (int buffer = 0; buffer < 3; buffer++)
        {
            Abort(SendControl(buffer));
        }
    }

    private void Abort(int control)
    {
        if ((_bytes[control] & SendRequest) != 0)
        {
            _bytes[control] = (byte)((_bytes[control] & ~SendRequest) | Aborted);
        }
    }

    // A buffer that waits to be sent is not written to; asking again clears what became of the last attempt.
    private void WriteSendBuffer(int address, byte value)
    {
        int control = address & 0x70;
        bool waits = (_bytes[control] & SendRequest) != 0;
        if (address != control)
        {
            _bytes[address] = waits ? _bytes[address] : value;
        }
        else if ((value & SendRequest) != 0)
        {
            _bytes[control] = (byte)(waits ? (_bytes[control] & ~3) | (value & 3) : value & 0x0B);
        }
        else
        {
            Abort(control);
            Keep(control, value, 3);
        }
    }

    private void Keep(int address, byte value, int writable)
    {
        int arrived = address == Disturbed.Address ? value ^ Disturbed.Bits : value;
        _bytes[address] = (byte)((_bytes[address] & ~writable) | (arrived & writable));
    }

    private int InterruptCode()
    {
        int waiting = _bytes[CanIntE] & _bytes[CanIntF];
        return (waiting & ErrorInterrupt) != 0 ? 1
            : (waiting & WakeInterrupt) != 0 ? 2
            : (waiting & 0x04) != 0 ? 3
            : (waiting & 0x08) != 0 ? 4
            : (waiting & 0x10) != 0 ? 5
            : (waiting & 0x01) != 0 ? 6
            : (waiting & 0x02) != 0 ? 7 : 0;
    }
}

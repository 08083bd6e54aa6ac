namespace SwapEdge.Simulator;

/// <summary>
/// A DS3234 clock as its SPI sees it: registers 00h to 13h, written at 80h and up, the address going on by itself; time
/// runs as the simulator says. Its battery can run empty.
/// </summary>
public sealed class Ds3234Chip(Func<DateTime> now) : ISpiChip
{
    private const byte OscillatorStopped = 0x80;

    private readonly byte[] _registers = [.. new byte[0x0E], 0x1C, OscillatorStopped | 0x08, .. new byte[4]];
    private DateTime? _setAt;
    private DateTime _setTo;
    private int _setWeekday;
    private int _count;
    private int _address;
    private bool _writing;
    private bool _timeWritten;

    /// <summary>What it counts; null before it was set, and after its battery was empty.</summary>
    public DateTime? Time => _setAt is { } at ? _setTo + (now() - at) : null;

    /// <summary>As they stand, for a test to look at.</summary>
    public ReadOnlySpan<byte> Registers => _registers;

    /// <summary>Supply and battery gone at once: all is forgotten, and the chip says so.</summary>
    public void LoseBattery()
    {
        Array.Clear(_registers);
        _registers[0x0E] = 0x1C;
        _registers[0x0F] = OscillatorStopped | 0x08;
        _setAt = null;
    }

    /// <summary>A register as a fault has left it.</summary>
    public void Poke(int address, byte value)
    {
        Hold();
        _registers[address] = value;
        _setAt = null;
    }

    /// <summary>It samples at the falling edge, and finds out at its select which of two modes that is.</summary>
    public bool Follows(int mode, int clockHz) => mode is 1 or 3 && clockHz <= 4_000_000;

    public void SelectFalls()
    {
        _count = 0;
        _timeWritten = false;
        Hold();
    }

    public byte? Exchange(byte received)
    {
        if (_count++ == 0)
        {
            _writing = (received & 0x80) != 0;
            _address = received & 0x7F;
            return null;
        }

        if (_address >= _registers.Length)
        {
            return null;
        }

        byte held = _registers[_address];
        if (_writing)
        {
            // The stop flag can only be cleared.
            _registers[_address] = _address == 0x0F
                ? (byte)((received & 0x7F) | (held & received & OscillatorStopped))
                : received;
            _timeWritten |= _address <= 0x06;
        }

        _address = (_address + 1) % _registers.Length;
        return _writing ? null : held;
    }

    public void SelectRises()
    {
        if (_timeWritten)
        {
            _setTo = new DateTime(
                2000 + Bcd(0x06), Math.Max(Bcd(0x05, 0x1F), 1), Math.Max(Bcd(0x04), 1), Bcd(0x02, 0x3F), Bcd(0x01),
                Bcd(0x00), DateTimeKind.Utc);
            _setWeekday = _registers[0x03];
            _setAt = now();
        }
    }

    /// <summary>Days of the week count on from what was written; 0 is none of them.</summary>
    private int Weekday(DateTime time) => _setWeekday == 0 ? 0
        : ((_setWeekday - 1 + (time.Date - _setTo.Date).Days) % 7) + 1;

    /// <summary>The registers stand still while the chip is selected.</summary>
    private void Hold()
    {
        if (Time is { } time)
        {
            int[] values =
            [
                time.Second, time.Minute, time.Hour, Weekday(time), time.Day, time.Month, time.Year - 2000,
            ];
            for (int i = 0; i < values.Length; i++)
            {
                _registers[i] = (byte)((values[i] / 10 << 4) | (values[i] % 10));
            }
        }
    }

    private int Bcd(int address, int mask = 0xFF)
    {
        int bits = _registers[address] & mask;
        return ((bits >> 4) * 10) + (bits & 15);
    }
}

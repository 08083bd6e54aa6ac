using SwapEdge.Protocol;
using static SwapEdge.Simulator.Mcp2515Registers;

namespace SwapEdge.Simulator;

/// <summary>
/// The CAN side of an MCP2515: acceptance (section 4), sending (section 3), error counters and states (section 6). It
/// knows no time: whoever models the bus says what happened on it.
/// </summary>
public sealed class Mcp2515Can(Mcp2515Registers registers, int crystalMhz)
{
    private const int BusOffRecoveries = 128;

    private readonly CanFrame _sending = new();
    private int _recoveries;

    /// <summary>Frames that a filter accepted and no buffer had room for.</summary>
    public int Dropped { get; private set; }

    /// <summary>Times that an overflow flag went up: what a driver can count of it.</summary>
    public int Flagged { get; private set; }

    /// <summary>Bits per second as it is set (section 5); 0 when it is not.</summary>
    public int BitRate
    {
        get
        {
            int cnf2 = registers[Cnf2];
            int phase1 = ((cnf2 >> 3) & 7) + 1;
            int phase2 = (cnf2 & 0x80) != 0 ? (registers[Cnf3] & 7) + 1 : Math.Max(phase1, 2);
            int quanta = 1 + (cnf2 & 7) + 1 + phase1 + phase2;
            return crystalMhz * 1_000_000 / (2 * ((registers[Cnf1] & 0x3F) + 1) * quanta);
        }
    }

    public bool TakesPart => registers.Mode == Mcp2515Mode.Normal && !registers.IsBusOff;

    /// <summary>The frame it would send now, null when there is none: highest priority, then highest buffer.</summary>
    public CanFrame? Sending
    {
        get
        {
            int buffer = TakesPart ? NextBuffer() : -1;
            if (buffer < 0)
            {
                return null;
            }

            Load(SendControl(buffer) + 1, _sending);
            return _sending;
        }
    }

    /// <summary>A whole frame of another node is on the bus; true when this chip acknowledges it.</summary>
    public bool Hear(CanFrame frame, bool remote = false)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (registers.Mode == Mcp2515Mode.Sleep)
        {
            Wake();
            return false;
        }

        if (registers.Mode is not (Mcp2515Mode.Normal or Mcp2515Mode.ListenOnly) || registers.IsBusOff)
        {
            return false;
        }

        Accept(frame, remote);
        registers.ReceiveErrors = registers.ReceiveErrors > 127 ? 120 : Math.Max(registers.ReceiveErrors - 1, 0);
        return registers.Mode == Mcp2515Mode.Normal;
    }

    /// <summary>What became of the frame in <see cref="Sending"/> on the bus.</summary>
    public void Sent(bool acknowledged)
    {
        int buffer = NextBuffer();
        if (acknowledged)
        {
            Done(buffer);
            registers.TransmitErrors = Math.Max(registers.TransmitErrors - 1, 0);
            return;
        }

        // Nobody else there: an error-passive node does not count it (ISO 11898-1, rule 3, exception 1).
        Failed(buffer, SendError, registers.TransmitErrors < 128 ? 8 : 0);
    }

    /// <summary>Another node has won the bus.</summary>
    public void LoseArbitration() => Failed(NextBuffer(), LostArbitration, 0);

    /// <summary>The frame was destroyed while this chip sent it.</summary>
    public void SendDestroyed() => Failed(NextBuffer(), SendError, 8);

    /// <summary>A frame that this chip cannot read: a disturbance, or another bit rate than its own.</summary>
    public void HearDamaged()
    {
        int before = registers.ErrorState();
        registers.ReceiveErrors = Math.Min(registers.ReceiveErrors + 1, 255);
        registers.Raise(MessageError | (registers.ErrorState() != before ? ErrorInterrupt : 0));
    }

    /// <summary>Eleven recessive bits went by; after 128 of them a chip is back from bus-off.</summary>
    public void Idle(int times)
    {
        _recoveries += registers.IsBusOff ? times : 0;
        if (_recoveries >= BusOffRecoveries)
        {
            _recoveries = 0;
            registers.IsBusOff = false;
            registers.TransmitErrors = 0;
            registers.ReceiveErrors = 0;
        }
    }

    /// <summary>In loopback a frame comes back without a bus.</summary>
    public void Loop()
    {
        while (registers.Mode == Mcp2515Mode.Loopback && NextBuffer() is int buffer and >= 0)
        {
            Load(SendControl(buffer) + 1, _sending);
            Done(buffer);
            Accept(_sending, false);
        }
    }

    private int NextBuffer() => Enumerable.Range(0, 3)
        .Where(buffer => (registers[SendControl(buffer)] & SendRequest) != 0)
        .OrderBy(buffer => registers[SendControl(buffer)] & 3).ThenBy(buffer => buffer).LastOrDefault(-1);

    private void Done(int buffer)
    {
        int control = SendControl(buffer);
        registers[control] = (byte)(registers[control] & ~SendRequest);
        registers.Raise(4 << buffer);
    }

    private void Failed(int buffer, int cause, int errors)
    {
        int before = registers.ErrorState();
        int control = SendControl(buffer);
        bool once = (registers[CanCtrl] & 0x08) != 0;
        registers[control] = (byte)((registers[control] | cause) & (once ? ~SendRequest : 0xFF));
        registers.TransmitErrors += errors;
        registers.IsBusOff = registers.TransmitErrors > 255;
        int state = registers.ErrorState() != before ? ErrorInterrupt : 0;
        registers.Raise(state | (cause == SendError ? MessageError : 0));
    }

    private void Wake()
    {
        registers.Raise(WakeInterrupt);
        if ((registers[CanIntE] & WakeInterrupt) != 0)
        {
            registers.Enter(Mcp2515Mode.ListenOnly);
        }
    }

    // The flow chart of section 4: first buffer first, from there into the second when it is full and may.
    private void Accept(CanFrame frame, bool remote)
    {
        int flags = registers[CanIntF];
        int hit = Match(frame, 0, 0, 2);
        if (hit >= 0)
        {
            bool rolls = (registers[Rxb0Ctrl] & 4) != 0;
            if ((flags & 1) == 0)
            {
                Store(frame, remote, Rxb0Ctrl, hit, 1);
            }
            else if (!rolls || (flags & 2) != 0)
            {
                Overflow(rolls ? Rx1Overflow : Rx0Overflow);
            }
            else
            {
                Store(frame, remote, Rxb1Ctrl, hit, 2);
            }

            return;
        }

        hit = Match(frame, 1, 2, 4);
        if (hit < 0)
        {
            return;
        }

        if ((flags & 2) == 0)
        {
            Store(frame, remote, Rxb1Ctrl, hit, 2);
        }
        else
        {
            Overflow(Rx1Overflow);
        }
    }

    private void Overflow(int flag)
    {
        Dropped++;
        Flagged += (registers[Eflg] & flag) == 0 ? 1 : 0;
        registers[Eflg] |= (byte)flag;
        registers.Raise(ErrorInterrupt);
    }

    /// <summary>Which filter lets it into a buffer, -1 when none does.</summary>
    private int Match(CanFrame frame, int buffer, int first, int count)
    {
        int control = buffer == 0 ? Rxb0Ctrl : Rxb1Ctrl;
        if ((registers[control] & 0x60) == 0x60)
        {
            return first;
        }

        // For an 11-bit identifier the rest of the filter is compared with the first two bytes.
        uint value = frame.Extended ? frame.Id
            : (frame.Id << 18) | ((uint)frame.Data[0] << 8) | frame.Data[1];
        uint mask = Identifier(Masks + (4 * buffer));
        for (int i = first; i < first + count; i++)
        {
            int at = i < 3 ? 4 * i : 0x10 + (4 * (i - 3));
            bool extended = (registers[at + 1] & 0x08) != 0;
            if (extended == frame.Extended && ((Identifier(at) ^ value) & mask) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Twenty-nine bits from four registers.</summary>
    private uint Identifier(int at) => ((uint)registers[at] << 21) | (((uint)registers[at + 1] & 0xE0) << 13)
        | (((uint)registers[at + 1] & 3) << 16) | ((uint)registers[at + 2] << 8) | registers[at + 3];

    private void Store(CanFrame frame, bool remote, int control, int hit, int flag)
    {
        uint id = frame.Extended ? frame.Id : frame.Id << 18;
        registers[control] = (byte)((registers[control] & ~7) | (registers[control] & 4) | hit);
        registers[control + 1] = (byte)(id >> 21);
        registers[control + 2] = (byte)(((id >> 13) & 0xE0) | (frame.Extended ? 8u : remote ? 0x10u : 0)
            | ((id >> 16) & 3));
        registers[control + 3] = (byte)(id >> 8);
        registers[control + 4] = (byte)id;
        registers[control + 5] = (byte)(frame.Length | (frame.Extended && remote ? 0x40 : 0));
        for (int i = 0; i < frame.Length; i++)
        {
            registers[control + 6 + i] = frame.Data[i];
        }

        registers.Raise(flag);
    }

    private void Load(int at, CanFrame into)
    {
        into.Extended = (registers[at + 1] & 8) != 0;
        into.Id = into.Extended ? Identifier(at) : Identifier(at) >> 18;
        into.Length = Math.Min(registers[at + 4] & 0x0F, 8);
        for (int i = 0; i < 8; i++)
        {
            into.Data[i] = i < into.Length ? registers[at + 5 + i] : (byte)0;
        }
    }
}

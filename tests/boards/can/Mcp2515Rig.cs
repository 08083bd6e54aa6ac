using SwapEdge.Boards;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>The driver of an MCP2515 on a chip, with the test as its bus.</summary>
public sealed class Mcp2515Rig
{
    public const uint LockId = LockFrame.Id;

    private readonly CanFrame _frame = new();

    public Mcp2515Rig(uint care = 0, uint[]? ids = null, int driverMhz = 16, int chipMhz = 16, int room = 64)
    {
        Chip = new Mcp2515Chip(chipMhz);
        Wire = Bench.Spi(1, 5);
        Wire.Attach(Chip);
        using (Bench.Use())
        {
            Mcp2515Setup setup = new(250, driverMhz, care, ids ?? [LockId]);
            Driver = new Mcp2515(SpiChip.Open(1, 5), setup, room);
        }
    }

    public Bench Bench { get; } = new();

    public SpiWire Wire { get; }

    public Mcp2515Chip Chip { get; }

    public Mcp2515 Driver { get; }

    public long NowMs { get; private set; } = 1000;

    /// <summary>Frames that the bus took from the chip.</summary>
    public List<CanFrame> Taken { get; } = [];

    public static Mcp2515Rig Started()
    {
        Mcp2515Rig rig = new();
        rig.Pump(2);
        Assert.True(rig.Driver.Health.Alive);
        return rig;
    }

    public void Pump(int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            NowMs += 10;
            Driver.Pump(NowMs);
        }
    }

    public bool Hear(uint id, params byte[] data) => Chip.Can.Hear(Frame(id, data));

    /// <summary>The bus takes what the chip wants to send, frame by frame, and acknowledges it.</summary>
    public void Carry()
    {
        while (Chip.Can.Sending is CanFrame frame)
        {
            CanFrame copy = new();
            copy.CopyFrom(frame);
            Taken.Add(copy);
            Chip.Can.Sent(true);
        }
    }

    public string Received() => Driver.Receive(_frame) ? Text(_frame) : "nothing";

    public static string Text(CanFrame frame) =>
        $"{frame.Id:X8}#{Convert.ToHexString(frame.Data, 0, frame.Length)}";

    public static CanFrame Frame(uint id, params byte[] data)
    {
        CanFrame frame = new() { Id = id, Length = data.Length, Extended = id > 0x7FF };
        data.CopyTo(frame.Data, 0);
        return frame;
    }
}

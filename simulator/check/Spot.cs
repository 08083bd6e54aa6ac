using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Machine and plant between two passes, and the sensors that have been wrong so far, in one word.</summary>
public readonly record struct Spot(ulong Bits)
{
    public const int PlantBits = 16;
    private const int PlantAt = 21;
    private const int WrongAt = 40;
    private const ulong BaseMask = (1UL << (PlantAt + PlantBits)) - 1;

    public Phase Phase
    {
        get => (Phase)Field(0, 5);
        init => Bits = With(0, 5, (int)value);
    }

    public PhaseAge Age
    {
        get => (PhaseAge)Field(5, 2);
        init => Bits = With(5, 2, (int)value);
    }

    public int Retries
    {
        get => Field(7, 4);
        init => Bits = With(7, 4, value);
    }

    public int Pack
    {
        get => Field(11, 3);
        init => Bits = With(11, 3, value);
    }

    public bool Aborted
    {
        get => Field(14, 1) != 0;
        init => Bits = With(14, 1, value ? 1 : 0);
    }

    public bool Committed
    {
        get => Field(15, 1) != 0;
        init => Bits = With(15, 1, value ? 1 : 0);
    }

    /// <summary>The last step that is stored led to Idle.</summary>
    public bool StoredIdle
    {
        get => Field(16, 1) != 0;
        init => Bits = With(16, 1, value ? 1 : 0);
    }

    public int StoredPack
    {
        get => Field(17, 3);
        init => Bits = With(17, 3, value);
    }

    public bool StoredAborted
    {
        get => Field(20, 1) != 0;
        init => Bits = With(20, 1, value ? 1 : 0);
    }

    public int Plant
    {
        get => Field(PlantAt, PlantBits);
        init => Bits = With(PlantAt, PlantBits, value);
    }

    /// <summary>Sensors that have been wrong: none, one or two numbers from 1.</summary>
    public WrongSet Wrong
    {
        get => new((int)(Bits >> WrongAt));
        init => Bits = (Bits & BaseMask) | (ulong)value.Bits << WrongAt;
    }

    /// <summary>The same without its wrong sensors.</summary>
    public Spot Base => new(Bits & BaseMask);

    private int Field(int at, int bits) => (int)(Bits >> at) & ((1 << bits) - 1);

    private ulong With(int at, int bits, int value) =>
        (Bits & ~(((1UL << bits) - 1) << at)) | (ulong)value << at;
}

namespace SwapEdge.Simulator;

/// <summary>What is really so at a cabinet, in five bits. Two doors count: that of the empty bay, that of the full one.
/// </summary>
public readonly record struct CabinetPlant(int Bits)
{
    /// <summary>A person stands there.</summary>
    public bool There
    {
        get => Flag(0);
        init => Bits = With(0, value);
    }

    public bool StoreDoorOpen
    {
        get => Flag(1);
        init => Bits = With(1, value);
    }

    public bool TakeDoorOpen
    {
        get => Flag(2);
        init => Bits = With(2, value);
    }

    /// <summary>The old pack is in the bay that was empty.</summary>
    public bool StoreFilled
    {
        get => Flag(3);
        init => Bits = With(3, value);
    }

    /// <summary>The full pack is taken out.</summary>
    public bool TakeEmptied
    {
        get => Flag(4);
        init => Bits = With(4, value);
    }

    private bool Flag(int bit) => (Bits >> bit & 1) != 0;

    private int With(int bit, bool value) => (Bits & ~(1 << bit)) | (value ? 1 << bit : 0);
}

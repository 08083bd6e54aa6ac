namespace SwapEdge.Simulator;

/// <summary>What is really so in a lane with a hoist, in 13 bits.</summary>
public readonly record struct HoistPlant(int Bits)
{
    /// <summary>A vehicle stands in the lane.</summary>
    public bool There
    {
        get => Flag(0);
        init => Bits = With(0, value);
    }

    /// <summary>The pack on the vehicle's seat; it rests there.</summary>
    public PackPlace Seat
    {
        get => (PackPlace)(Bits >> 1 & 3);
        init => Bits = (Bits & ~(3 << 1)) | (int)value << 1;
    }

    /// <summary>The pack that hangs from the hoist; no seat and no bay carries it.</summary>
    public PackPlace Load
    {
        get => (PackPlace)(Bits >> 3 & 3);
        init => Bits = (Bits & ~(3 << 3)) | (int)value << 3;
    }

    public LockPlace Lock
    {
        get => (LockPlace)(Bits >> 5 & 3);
        init => Bits = (Bits & ~(3 << 5)) | (int)value << 5;
    }

    public bool Mated
    {
        get => Flag(7);
        init => Bits = With(7, value);
    }

    public bool Raised
    {
        get => Flag(8);
        init => Bits = With(8, value);
    }

    /// <summary>The gripper holds a pack, hanging, on the vehicle or in a bay.</summary>
    public bool Grips
    {
        get => Flag(9);
        init => Bits = With(9, value);
    }

    /// <summary>The bay for the old pack has one.</summary>
    public bool StoreFilled
    {
        get => Flag(10);
        init => Bits = With(10, value);
    }

    /// <summary>The bay of the new pack has given it.</summary>
    public bool TakeEmptied
    {
        get => Flag(11);
        init => Bits = With(11, value);
    }

    /// <summary>The node has noted the serial of the vehicle's own pack.</summary>
    public bool OldNoted
    {
        get => Flag(12);
        init => Bits = With(12, value);
    }

    private bool Flag(int bit) => (Bits >> bit & 1) != 0;

    private int With(int bit, bool value) => (Bits & ~(1 << bit)) | (value ? 1 << bit : 0);
}

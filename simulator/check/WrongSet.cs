namespace SwapEdge.Simulator;

/// <summary>At most two sensors, by number from 1, the smaller first.</summary>
public readonly record struct WrongSet(int Bits)
{
    public const int Most = 2;
    private const int Width = 6;
    private const int Mask = (1 << Width) - 1;

    public static WrongSet None => default;

    public int First => Bits & Mask;

    public int Second => Bits >> Width;

    public int Count => (First != 0 ? 1 : 0) + (Second != 0 ? 1 : 0);

    public static WrongSet Of(int sensor) => new(sensor);

    public static WrongSet Of(int one, int other) =>
        one == other ? new WrongSet(one)
        : one < other ? new WrongSet(one | other << Width) : new WrongSet(other | one << Width);

    /// <summary>Every sensor of this set is in the other one.</summary>
    public bool IsWithin(WrongSet other) =>
        (First == 0 || other.Has(First)) && (Second == 0 || other.Has(Second));

    public bool Has(int sensor) => First == sensor || Second == sensor;

    /// <summary>Both together; false when they are more than two.</summary>
    public bool TryJoin(WrongSet other, out WrongSet joined)
    {
        bool fits = TryAdd(this, other.First, out WrongSet first);
        return TryAdd(first, other.Second, out joined) && fits;
    }

    private static bool TryAdd(WrongSet to, int sensor, out WrongSet joined)
    {
        bool there = sensor == 0 || to.Has(sensor);
        joined = there || to.Second != 0 ? to : to.First == 0 ? Of(sensor) : Of(to.First, sensor);
        return there || to.Second == 0;
    }
}

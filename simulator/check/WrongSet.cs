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
        joined = this;
        return joined.TryAdd(other.First, out joined) && joined.TryAdd(other.Second, out joined);
    }

    private bool TryAdd(int sensor, out WrongSet joined)
    {
        joined = this;
        if (sensor == 0 || Has(sensor))
        {
            return true;
        }

        joined = First == 0 ? Of(sensor) : Of(First, sensor);
        return Second == 0;
    }
}

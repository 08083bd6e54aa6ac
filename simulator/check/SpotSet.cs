namespace SwapEdge.Simulator;

/// <summary>Spots in the order in which they were found, each with how; found again by their bits.</summary>
public sealed class SpotSet
{
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private int[] _slots = new int[1 << 14];
    private ulong[] _keys = new ulong[1 << 13];
    private int[] _parents = new int[1 << 13];
    private int[] _vias = new int[1 << 13];

    public int Count { get; private set; }

    public Spot this[int index] => new(_keys[index]);

    /// <summary>The spot it was first reached from, or -1.</summary>
    public int Parent(int index) => _parents[index];

    /// <summary>What was done there; its meaning is the explorer's.</summary>
    public int Via(int index) => _vias[index];

    public int IndexOf(Spot spot)
    {
        int slot = SlotOf(spot.Bits);
        return _slots[slot] - 1;
    }

    /// <summary>True when it is new.</summary>
    public bool Add(Spot spot, int parent, int via)
    {
        int slot = SlotOf(spot.Bits);
        if (_slots[slot] != 0)
        {
            return false;
        }

        if (Count == _keys.Length)
        {
            Grow();
            slot = SlotOf(spot.Bits);
        }

        _keys[Count] = spot.Bits;
        _parents[Count] = parent;
        _vias[Count] = via;
        Count++;
        _slots[slot] = Count;
        return true;
    }

    private int SlotOf(ulong key)
    {
        int mask = _slots.Length - 1;
        int slot = (int)((key * Spread) >> 32) & mask;
        while (_slots[slot] != 0 && _keys[_slots[slot] - 1] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, Count * 2);
        Array.Resize(ref _parents, Count * 2);
        Array.Resize(ref _vias, Count * 2);
        _slots = new int[_slots.Length * 2];
        for (int i = 0; i < Count; i++)
        {
            _slots[SlotOf(_keys[i])] = i + 1;
        }
    }
}

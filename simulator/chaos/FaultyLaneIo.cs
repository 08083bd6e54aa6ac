using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The pins of a lane with sensors that are wrong; tells what a pass read and what it wrote.</summary>
public sealed class FaultyLaneIo(ILaneIo pins, Prng random) : ILaneIo
{
    private readonly Dictionary<Contact<LaneInputs>, SensorFault> _wrong = [];
    private readonly Dictionary<Contact<LaneInputs>, long> _wrongUntilMs = [];
    private LaneInputs? _seen;
    private long _nowMs;

    public int Wrong => _wrong.Count;

    /// <summary>Told, when a pass writes, what it had read and what it asks for.</summary>
    public Action<LaneInputs, Drive>? Passed { get; set; }

    public void Advance(long nowMs) => _nowMs = nowMs;

    public void Break(Contact<LaneInputs> sensor, SensorFault fault) => _wrong[sensor] = fault;

    public void Repair(Contact<LaneInputs> sensor)
    {
        if (_wrong.Remove(sensor))
        {
            _wrongUntilMs[sensor] = _nowMs;
        }
    }

    public void RepairAll()
    {
        foreach (Contact<LaneInputs> sensor in _wrong.Keys.ToArray())
        {
            Repair(sensor);
        }
    }

    /// <summary>It is wrong, or was so lately that the node may still believe it.</summary>
    public bool WasWrong(Contact<LaneInputs> sensor, int withinMs) => _wrong.ContainsKey(sensor)
        || (_wrongUntilMs.TryGetValue(sensor, out long untilMs) && _nowMs - untilMs <= withinMs);

    public void Read(LaneInputs into)
    {
        pins.Read(into);
        foreach ((Contact<LaneInputs> sensor, SensorFault fault) in _wrong)
        {
            sensor.Set(into, fault.Of(sensor.Get(into), random));
        }

        _seen = into;
    }

    public void Write(Drive drives, int bay, int pack)
    {
        if (_seen is not null)
        {
            Passed?.Invoke(_seen, drives);
        }

        pins.Write(drives, bay, pack);
    }
}

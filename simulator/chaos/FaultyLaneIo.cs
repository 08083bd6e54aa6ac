using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// The pins of a lane with sensors that are wrong, and a clock on how fast a request follows its loss of evidence.
/// </summary>
public sealed class FaultyLaneIo(ILaneIo pins, ReactionMeter meter, Prng random) : ILaneIo
{
    private readonly Dictionary<LifeSensor, SensorFault> _wrong = [];
    private readonly Dictionary<LifeSensor, long> _wrongUntilMs = [];
    private LaneInputs? _seen;
    private long _nowMs;

    public int Wrong => _wrong.Count;

    public void Advance(long nowMs) => _nowMs = nowMs;

    public void Break(LifeSensor sensor, SensorFault fault) => _wrong[sensor] = fault;

    public void Repair(LifeSensor sensor)
    {
        if (_wrong.Remove(sensor))
        {
            _wrongUntilMs[sensor] = _nowMs;
        }
    }

    public void RepairAll()
    {
        foreach (LifeSensor sensor in _wrong.Keys.ToArray())
        {
            Repair(sensor);
        }
    }

    /// <summary>It is wrong, or was so lately that the node may still believe it.</summary>
    public bool WasWrong(LifeSensor sensor, int withinMs) => _wrong.ContainsKey(sensor)
        || (_wrongUntilMs.TryGetValue(sensor, out long untilMs) && _nowMs - untilMs <= withinMs);

    public void Read(LaneInputs into)
    {
        pins.Read(into);
        foreach ((LifeSensor sensor, SensorFault fault) in _wrong)
        {
            sensor.Set(into, fault switch
            {
                SensorFault.StuckOff => false,
                SensorFault.StuckOn => true,
                SensorFault.Flipped => !sensor.Get(into),
                _ => random.Between(0, 1) == 1,
            });
        }

        _seen = into;
    }

    public void Write(Drive drives, int bay, int pack)
    {
        if (_seen is not null)
        {
            meter.Take(_seen, drives);
        }

        pins.Write(drives, bay, pack);
    }
}

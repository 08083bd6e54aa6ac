using System.Reflection;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>The pins of a lane, some of which a technician works with a hand or a magnet, wired rightly or not.
/// </summary>
internal sealed class WorkedLaneIo(ILaneIo lane) : ILaneIo
{
    /// <summary>Its level is the other one; None: nothing is worked.</summary>
    public LaneSensor Worked { get; set; }

    /// <summary>Where a thing with two ends is held: the sensor that sees it, and the one of the other end.</summary>
    public (LaneSensor On, LaneSensor Off) End { get; set; }

    /// <summary>A sensor that says the same whatever happens.</summary>
    public LaneSensor Dead { get; set; }

    /// <summary>A wire that is broken.</summary>
    public LaneSensor Broken { get; set; }

    /// <summary>Two wires that are exchanged.</summary>
    public (LaneSensor One, LaneSensor Other) Crossed { get; set; }

    /// <summary>A wire that is not connected to its relay.</summary>
    public Drive Parted { get; set; }

    public void Read(LaneInputs into)
    {
        lane.Read(into);
        if (Worked != LaneSensor.None && Worked != Dead)
        {
            Set(into, Worked, !Get(into, Worked));
        }

        if (End != default)
        {
            Set(into, End.On, on: true);
            Set(into, End.Off, on: false);
        }

        if (Crossed != default)
        {
            bool one = Get(into, Crossed.One);
            Set(into, Crossed.One, Get(into, Crossed.Other));
            Set(into, Crossed.Other, one);
        }

        if (Broken != LaneSensor.None)
        {
            Set(into, Broken, on: false);
        }
    }

    public void Write(Drive drives, int bay, int pack) => lane.Write(drives & ~Parted, bay, pack);

    /// <summary>The sensor that a step is about.</summary>
    public static LaneSensor Of(string item) =>
        item.StartsWith("lock-open-", StringComparison.Ordinal)
            ? LaneSensor.LockOpen + int.Parse(item[10..], provider: null) - 1
        : item.StartsWith("lock-closed-", StringComparison.Ordinal)
            ? LaneSensor.LockClosed + int.Parse(item[12..], provider: null) - 1
        : Enum.GetValues<LaneSensor>().Single(
            sensor => Words.Of(sensor).Replace(' ', '-') == item);

    /// <summary>Of a thing that moves between two; None: it has no other end.</summary>
    public static LaneSensor OtherEnd(LaneSensor sensor) => sensor switch
    {
        >= LaneSensor.LockClosed => sensor - (LaneSensor.LockClosed - LaneSensor.LockOpen),
        >= LaneSensor.LockOpen => sensor + (LaneSensor.LockClosed - LaneSensor.LockOpen),
        LaneSensor.ConnectorMated => LaneSensor.ConnectorParted,
        LaneSensor.ConnectorParted => LaneSensor.ConnectorMated,
        _ => LaneSensor.None,
    };

    private static FieldInfo Field(LaneSensor sensor) => typeof(LaneInputs).GetField(sensor.ToString())!;

    private static bool Get(LaneInputs from, LaneSensor sensor) =>
        sensor >= LaneSensor.LockClosed ? (from.LockClosedPoints & (1 << (sensor - LaneSensor.LockClosed))) != 0
        : sensor >= LaneSensor.LockOpen ? (from.LockOpenPoints & (1 << (sensor - LaneSensor.LockOpen))) != 0
        : (bool)Field(sensor).GetValue(from)!;

    private static void Set(LaneInputs into, LaneSensor sensor, bool on)
    {
        if (sensor >= LaneSensor.LockClosed)
        {
            int point = 1 << (sensor - LaneSensor.LockClosed);
            into.LockClosedPoints = on ? into.LockClosedPoints | point : into.LockClosedPoints & ~point;
        }
        else if (sensor >= LaneSensor.LockOpen)
        {
            int point = 1 << (sensor - LaneSensor.LockOpen);
            into.LockOpenPoints = on ? into.LockOpenPoints | point : into.LockOpenPoints & ~point;
        }
        else
        {
            Field(sensor).SetValue(into, on);
        }
    }
}

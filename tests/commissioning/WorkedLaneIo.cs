using System.Reflection;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>The pins of a lane, one of which a technician turns over with a hand or a magnet.</summary>
internal sealed class WorkedLaneIo(ILaneIo lane) : ILaneIo
{

    /// <summary>Its level is the other one; None: nothing is worked.</summary>
    public LaneSensor Worked { get; set; }

    /// <summary>A sensor that says the same whatever happens.</summary>
    public LaneSensor Dead { get; set; }

    public void Read(LaneInputs into)
    {
        lane.Read(into);
        if (Worked != LaneSensor.None && Worked != Dead)
        {
            TurnOver(into);
        }
    }

    public void Write(Drive drives, int bay, int pack) => lane.Write(drives, bay, pack);

    /// <summary>The sensor that a step is about.</summary>
    public static LaneSensor Of(string item) =>
        item.StartsWith("lock-open-", StringComparison.Ordinal)
            ? LaneSensor.LockOpen + int.Parse(item[10..], provider: null) - 1
        : item.StartsWith("lock-closed-", StringComparison.Ordinal)
            ? LaneSensor.LockClosed + int.Parse(item[12..], provider: null) - 1
        : Enum.GetValues<LaneSensor>().Single(
            sensor => Words.Of(sensor).Replace(' ', '-') == item);

    private void TurnOver(LaneInputs into)
    {
        if (Worked >= LaneSensor.LockClosed)
        {
            into.LockClosedPoints ^= 1 << (Worked - LaneSensor.LockClosed);
        }
        else if (Worked >= LaneSensor.LockOpen)
        {
            into.LockOpenPoints ^= 1 << (Worked - LaneSensor.LockOpen);
        }
        else
        {
            FieldInfo input = typeof(LaneInputs).GetField(Worked.ToString())!;
            input.SetValue(into, !(bool)input.GetValue(into)!);
        }
    }
}

using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>
/// Reads what the tool says and does it at the station: keeps the node in maintenance, works the input of the step,
/// holds and releases the buttons of the pendant.
/// </summary>
internal sealed class Technician(LanePanel panel, WorkedLaneIo io)
{
    private const string StepMark = "-- ";
    private const string HoldMark = "Hold the button on the pendant: ";
    private const int RestMs = 1_500;
    private const int WorkMs = 700;
    private const int PressPeriodMs = 2_000;
    private const int PressMs = 500;

    private string _item = "";
    private long _heardMs;
    private bool _heard;

    /// <summary>Does not come.</summary>
    public bool Absent { get; set; }

    /// <summary>Works this one when another is asked for.</summary>
    public (LaneSensor Asked, LaneSensor Worked) Mistake { get; set; }

    /// <summary>Presses this button when another is asked for.</summary>
    public (Drive Asked, Drive Pressed) WrongButton { get; set; }

    public List<string> Heard { get; } = [];

    public void Hear(string said)
    {
        Heard.Add(said);
        if (said.StartsWith(StepMark, StringComparison.Ordinal))
        {
            string[] step = said[StepMark.Length..].Split('/');
            _item = step is ["inputs", var item] ? item : "";
            _heard = true;
            panel.Hand = Drive.None;
        }
        else if (said.StartsWith(HoldMark, StringComparison.Ordinal))
        {
            Drive asked = Enum.Parse<Drive>(said[HoldMark.Length..].TrimEnd('.'), ignoreCase: true);
            panel.Hand = asked == WrongButton.Asked ? WrongButton.Pressed : asked;
        }
        else if (said.StartsWith("Let go", StringComparison.Ordinal))
        {
            panel.Hand = Drive.None;
        }
    }

    public void Act(Phase phase, long nowMs)
    {
        if (Absent)
        {
            return;
        }

        _heardMs = _heard ? nowMs : _heardMs;
        _heard = false;
        panel.KeySwitchOn = true;
        panel.MaintenanceSelected = true;
        LaneSensor asked = _item.Length > 0 ? WorkedLaneIo.Of(_item) : LaneSensor.None;
        bool works = nowMs - _heardMs is >= RestMs and < RestMs + WorkMs;
        io.Worked = !works ? LaneSensor.None : asked == Mistake.Asked ? Mistake.Worked : asked;
        panel.ConfirmPressed = !works && phase != Phase.Maintenance && nowMs % PressPeriodMs < PressMs;
    }
}

using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>At a lane: its panel, its pendant, and every sensor by hand or with a magnet.</summary>
internal sealed class LaneTechnician(CommissionTexts texts, LanePanel panel, WorkedLaneIo io) : Technician(texts)
{
    private static readonly Drive[] Buttons =
        [Drive.Grip, Drive.Unlock, Drive.Lift, Drive.Place, Drive.Lock, Drive.Withdraw];

    /// <summary>Works this one when another is asked for.</summary>
    public (LaneSensor Asked, LaneSensor Worked) Mistake { get; set; }

    /// <summary>Presses this button when another is asked for.</summary>
    public (Drive Asked, Drive Pressed) WrongButton { get; set; }

    protected override void Do(string said)
    {
        foreach (Drive button in Buttons)
        {
            panel.Hand = said == Texts.Of("do.hold", Texts.Name(button))
                    ? button == WrongButton.Asked ? WrongButton.Pressed : button
                : said == Texts.Of("do.release", Texts.Name(button)) || said.StartsWith("-- ", StringComparison.Ordinal)
                    ? Drive.None : panel.Hand;
        }
    }

    protected override void Stand(bool abort, bool fire, bool confirm, long nowMs)
    {
        panel.KeySwitchOn = panel.MaintenanceSelected = true;
        panel.AbortPressed = abort;
        panel.FireDetected = fire;
        panel.ConfirmPressed = confirm;
        LaneSensor asked = Group == "inputs" ? WorkedLaneIo.Of(Item) : LaneSensor.None;
        LaneSensor other = WorkedLaneIo.OtherEnd(asked);
        bool isEnd = other != LaneSensor.None;
        io.Worked = isEnd || !Works ? LaneSensor.None : asked == Mistake.Asked ? Mistake.Worked : asked;
        io.End = !isEnd || !HasMoved ? io.End : IsAway ? (other, asked) : (asked, other);
        io.End = isEnd ? io.End : default;
    }
}

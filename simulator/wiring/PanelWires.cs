using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// The one panel before several places: the selector stands at the first place where a person does something. Made anew
/// for each look.
/// </summary>
/// <param name="wires">The board's lines.</param>
/// <param name="panel">Lines of the panel by <see cref="PlaceLine"/>; null without one.</param>
internal sealed class PanelWires(LineWires wires, int[]? panel)
{
    private const int RequestLines = 3;

    private bool _selected;

    public bool KeySwitchOn { get; set; }

    public bool ConfirmPressed { get; set; }

    public OperatorRequest Request { get; private set; }

    /// <summary>Each place in turn.</summary>
    public void Select(int line, OperatorInputs person)
    {
        bool stands = person.KeySwitchOn || person.ConfirmPressed || person.Request != OperatorRequest.None;
        bool here = stands && !_selected;
        wires.Set(line, here);
        if (here)
        {
            _selected = true;
            KeySwitchOn |= person.KeySwitchOn;
            ConfirmPressed |= person.ConfirmPressed;
            Request = person.Request;
        }
    }

    /// <summary>After all places.</summary>
    public void Set()
    {
        if (panel is not null)
        {
            wires.Set(panel[PlaceLine.KeySwitchOn], KeySwitchOn);
            wires.Set(panel[PlaceLine.ConfirmPressed], ConfirmPressed);
            wires.SetCode(panel.AsSpan(PlaceLine.Request, RequestLines), (int)Request);
        }
    }
}

using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Bays of the world on the lines of a board, wired as <see cref="BayIo"/> is told that they are.</summary>
/// <param name="bays">What senses and obeys.</param>
/// <param name="wires">The board's lines.</param>
/// <param name="wiring">Lines of each bay by <see cref="PlaceLine"/>.</param>
/// <param name="panel">Lines of the panel; null without one.</param>
internal sealed class BayWires(IReadOnlyList<SwapBay> bays, LineWires wires, int[][] wiring, int[]? panel) : IFieldWires
{
    private readonly BayInputs _now = new();

    public void Sense()
    {
        PanelWires stands = new(wires, panel);
        for (int i = 0; i < bays.Count; i++)
        {
            int[] bay = wiring[i];
            bays[i].Sense(_now);
            wires.Set(bay[PlaceLine.PackPresent], _now.PackPresent);
            wires.Set(bay[PlaceLine.BayClear], _now.BayClear);
            wires.Set(bay[PlaceLine.ContactorOpen], _now.ContactorOpen);
            wires.Set(bay[PlaceLine.SmokeLoopClosed], _now.SmokeLoopClosed);
            stands.Select(bay[PlaceLine.Selected], _now.Operator);
        }

        stands.Set();
    }

    public void Drive()
    {
        for (int i = 0; i < bays.Count; i++)
        {
            bays[i].ChargePermitted = wires.On(wiring[i][PlaceLine.ChargePermit]);
        }
    }
}

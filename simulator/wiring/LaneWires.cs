using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// A lane of the world on the lines of a board, wired as <see cref="LaneIo"/> is told that it is.
/// </summary>
/// <param name="lane">What senses and moves.</param>
/// <param name="wires">The board's lines.</param>
/// <param name="wiring">Inputs by <see cref="LaneLine"/>.</param>
/// <param name="positions">Inputs of each pack position.</param>
/// <param name="drives">An output for each bit of a <see cref="Drive"/>.</param>
/// <param name="bay">Outputs that spell the bay.</param>
/// <param name="pack">Outputs that spell the pack position.</param>
internal sealed class LaneWires(
    SwapLane lane, LineWires wires, int[] wiring, int[][] positions, int[] drives, int[] bay, int[] pack)
    : IFieldWires
{
    private readonly LaneInputs _now = new();

    /// <summary>What was sensed last; what is no line is in it too.</summary>
    public LaneInputs Now => _now;

    public void Sense()
    {
        int meant = lane.PackPosition;
        for (int i = 0; i < Math.Min(positions.Length, lane.Truck.Positions.Count); i++)
        {
            lane.PackPosition = i + 1;
            lane.Sense(_now);
            SensePosition(positions[i]);
        }

        lane.PackPosition = meant;
        lane.Sense(_now);
        Set(LaneLine.SafetyChainClosed, _now.SafetyChainClosed);
        Set(LaneLine.ReleasePermitted, _now.ReleasePermitted);
        Set(LaneLine.FireLoopClosed, _now.FireLoopClosed);
        Set(LaneLine.KeySwitchOn, _now.KeySwitchOn);
        Set(LaneLine.ConfirmPressed, _now.ConfirmPressed);
        Set(LaneLine.AbortPressed, _now.AbortPressed);
        Set(LaneLine.ManualSelected, _now.ManualSelected);
        Set(LaneLine.MaintenanceSelected, _now.MaintenanceSelected);
        Set(LaneLine.ClosedSelected, _now.ClosedSelected);
        Set(LaneLine.DriverAborts, _now.DriverAborts);
        Set(LaneLine.VehiclePresent, _now.VehiclePresent);
        Set(LaneLine.VehicleStill, _now.VehicleStill);
        Set(LaneLine.VehicleInPosition, _now.VehicleInPosition);
        Set(LaneLine.HandbrakeOn, _now.HandbrakeOn);
        Set(LaneLine.GearNeutral, _now.GearNeutral);
        Set(LaneLine.HoistReady, _now.HoistReady);
        Set(LaneLine.HoistTongueLocked, _now.HoistTongueLocked);
        Set(LaneLine.HoistPinSeated, _now.HoistPinSeated);
        Set(LaneLine.HoistRaised, _now.HoistRaised);
        Set(LaneLine.HoistLoaded, _now.HoistLoaded);
        wires.SetCode(wiring.AsSpan(LaneLine.Hand, LaneLine.HandLines), (int)_now.Hand);
    }

    public void Drive()
    {
        lane.Drives = (Drive)wires.Code(drives);
        lane.Bay = wires.Code(bay);
        lane.PackPosition = wires.Code(pack);
    }

    private void SensePosition(int[] position)
    {
        wires.Set(position[LaneLine.ConnectorMated], _now.ConnectorMated);
        wires.Set(position[LaneLine.ConnectorParted], _now.ConnectorParted);
        wires.Set(position[LaneLine.PackOnVehicle], _now.PackOnVehicle);
        wires.Set(position[LaneLine.PackInPlace1], _now.PackInPlace1);
        wires.Set(position[LaneLine.PackInPlace2], _now.PackInPlace2);
        for (int i = LaneLine.LockPoints; i < position.Length; i++)
        {
            int point = (i - LaneLine.LockPoints) / 2;
            bool openEnd = (i - LaneLine.LockPoints) % 2 == 0;
            wires.Set(position[i], ((openEnd ? _now.LockOpenPoints : _now.LockClosedPoints) >> point & 1) != 0);
        }
    }

    private void Set(int input, bool closed) => wires.Set(wiring[input], closed);
}

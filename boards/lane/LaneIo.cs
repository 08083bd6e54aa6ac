using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// A lane on lines: safety copies, panel, pendant, vehicle, hoist, and the pack position that was named last. Tag
    /// and mileage come from a reader that is not a line.
    /// </summary>
    public sealed class LaneIo : ILaneIo
    {
        private readonly Lines _lines;
        private int _position;

        /// <summary>As given; the simulator wires its world by it.</summary>
        public readonly int[] Wiring;
        public readonly int[][] Positions;
        public readonly int[] Drives;
        public readonly int[] Bay;
        public readonly int[] Pack;

        /// <param name="lines">Not shared with another port.</param>
        /// <param name="wiring">Inputs by <see cref="LaneLine"/>.</param>
        /// <param name="positions">Inputs of each pack position.</param>
        /// <param name="drives">An output for each bit of a <see cref="Drive"/>, in a later bank than the two codes, or
        /// in the same.</param>
        /// <param name="bay">Lines that spell the bay of a stow or fetch; they stay when the request goes.</param>
        /// <param name="pack">Lines that spell the pack position.</param>
        public LaneIo(Lines lines, int[] wiring, int[][] positions, int[] drives, int[] bay, int[] pack)
        {
            _lines = lines;
            Wiring = wiring;
            Positions = positions;
            Drives = drives;
            Bay = bay;
            Pack = pack;
        }

        public void Read(LaneInputs into)
        {
            _lines.Refresh();
            into.SafetyChainClosed = On(LaneLine.SafetyChainClosed);
            into.ReleasePermitted = On(LaneLine.ReleasePermitted);
            into.FireLoopClosed = On(LaneLine.FireLoopClosed);
            into.KeySwitchOn = On(LaneLine.KeySwitchOn);
            into.ConfirmPressed = On(LaneLine.ConfirmPressed);
            into.AbortPressed = On(LaneLine.AbortPressed);
            into.ManualSelected = On(LaneLine.ManualSelected);
            into.MaintenanceSelected = On(LaneLine.MaintenanceSelected);
            into.ClosedSelected = On(LaneLine.ClosedSelected);
            into.DriverAborts = On(LaneLine.DriverAborts);
            into.VehiclePresent = On(LaneLine.VehiclePresent);
            into.VehicleStill = On(LaneLine.VehicleStill);
            into.VehicleInPosition = On(LaneLine.VehicleInPosition);
            into.HandbrakeOn = On(LaneLine.HandbrakeOn);
            into.GearNeutral = On(LaneLine.GearNeutral);
            into.HoistReady = On(LaneLine.HoistReady);
            into.HoistTongueLocked = On(LaneLine.HoistTongueLocked);
            into.HoistPinSeated = On(LaneLine.HoistPinSeated);
            into.HoistRaised = On(LaneLine.HoistRaised);
            into.HoistLoaded = On(LaneLine.HoistLoaded);

            // With two buttons held nothing is asked for.
            int hand = _lines.Code(Wiring, LaneLine.Hand, LaneLine.HandLines);
            into.Hand = (hand & (hand - 1)) == 0 ? (Drive)hand : Drive.None;
            ReadPosition(Positions[_position], into);
        }

        public void Write(Drive drives, int bay, int pack)
        {
            _position = pack > 0 ? pack - 1 : 0;
            if (bay != 0)
            {
                _lines.SetCode(Bay, bay);
            }

            _lines.SetCode(Pack, pack);
            _lines.SetCode(Drives, (int)drives);
            _lines.Apply();
        }

        private void ReadPosition(int[] wiring, LaneInputs into)
        {
            into.ConnectorMated = _lines.On(wiring[LaneLine.ConnectorMated]);
            into.ConnectorParted = _lines.On(wiring[LaneLine.ConnectorParted]);
            into.PackOnVehicle = _lines.On(wiring[LaneLine.PackOnVehicle]);
            into.PackInPlace1 = _lines.On(wiring[LaneLine.PackInPlace1]);
            into.PackInPlace2 = _lines.On(wiring[LaneLine.PackInPlace2]);
            int open = 0;
            int closed = 0;
            int points = (wiring.Length - LaneLine.LockPoints) / 2;
            for (int i = 0; i < points; i++)
            {
                int ends = _lines.Code(wiring, LaneLine.LockPoints + (2 * i), 2);
                open |= (ends & 1) << i;
                closed |= (ends >> 1) << i;
            }

            into.LockOpenPoints = open;
            into.LockClosedPoints = closed;
        }

        private bool On(int input)
        {
            return _lines.On(Wiring[input]);
        }
    }
}

using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>A cabinet on lines. All are read with the panel, which the node reads first in a pass.</summary>
    public sealed class CabinetIo : ICabinetIo
    {
        // Places in the wiring of the panel, behind those of PlaceLine.
        public const int AbortPressed = 5;
        public const int ManualSelected = 6;
        public const int MaintenanceSelected = 7;
        public const int ClosedSelected = 8;
        public const int SafetyChainClosed = 9;
        public const int FireLoopClosed = 10;
        public const int UserPresent = 11;

        private readonly Lines _lines;

        /// <summary>As given; the simulator wires its world by it.</summary>
        public readonly int[] Panel;
        public readonly int[][] Doors;
        public readonly int[] Signs;
        public readonly int[] Select;

        /// <param name="lines">Not shared with another port.</param>
        /// <param name="panel">Wiring of the panel.</param>
        /// <param name="doors">Wiring of each door, in the order of the node's settings, by <see cref="PlaceLine"/>.
        /// </param>
        /// <param name="signs">An output for each bit of a <see cref="Drive"/>: stack light, horn, signs.</param>
        /// <param name="select">Lines that spell the door whose pack the BMS line is joined to, from 0.</param>
        public CabinetIo(Lines lines, int[] panel, int[][] doors, int[] signs, int[] select)
        {
            _lines = lines;
            Panel = panel;
            Doors = doors;
            Signs = signs;
            Select = select;
        }

        public void Read(CabinetInputs into)
        {
            _lines.Refresh();
            into.SafetyChainClosed = _lines.On(Panel[SafetyChainClosed]);
            into.FireLoopClosed = _lines.On(Panel[FireLoopClosed]);
            into.KeySwitchOn = _lines.On(Panel[PlaceLine.KeySwitchOn]);
            into.ConfirmPressed = _lines.On(Panel[PlaceLine.ConfirmPressed]);
            into.AbortPressed = _lines.On(Panel[AbortPressed]);
            into.ManualSelected = _lines.On(Panel[ManualSelected]);
            into.MaintenanceSelected = _lines.On(Panel[MaintenanceSelected]);
            into.ClosedSelected = _lines.On(Panel[ClosedSelected]);
            into.UserPresent = _lines.On(Panel[UserPresent]);
        }

        public void ReadDoor(int index, DoorInputs into)
        {
            int[] door = Doors[index];
            into.LatchClosed = _lines.On(door[PlaceLine.LatchClosed]);
            into.PackPresent = _lines.On(door[PlaceLine.PackPresent]);
            into.BayClear = _lines.On(door[PlaceLine.BayClear]);
            into.ContactorOpen = _lines.On(door[PlaceLine.ContactorOpen]);
            into.SmokeLoopClosed = _lines.On(door[PlaceLine.SmokeLoopClosed]);
            PlaceLine.Read(_lines, Panel, door[PlaceLine.Selected], into.Operator);
        }

        public void Write(Drive drives, int index)
        {
            _lines.SetCode(Signs, (int)drives);
            for (int i = 0; i < Doors.Length; i++)
            {
                _lines.Set(Doors[i][PlaceLine.Latch], i == index);
            }

            _lines.Apply();
        }

        public void WriteCharge(int index, bool permitted)
        {
            _lines.Set(Doors[index][PlaceLine.ChargePermit], permitted);
            _lines.Apply();
        }

        public void SelectLine(int index)
        {
            _lines.SetCode(Select, index);
            _lines.Apply();
        }
    }
}

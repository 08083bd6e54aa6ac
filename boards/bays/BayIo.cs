using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Bays on lines. The node reads its bays in order, each once a pass: all lines are read with the first.
    /// </summary>
    public sealed class BayIo : IBayIo
    {
        private readonly Lines _lines;

        /// <summary>As given; the simulator wires its world by it.</summary>
        public readonly int[][] Bays;
        public readonly int[] Panel;

        /// <param name="lines">Not shared with another port.</param>
        /// <param name="bays">Wiring of each bay, in the order of the node's settings, by <see cref="PlaceLine"/>.
        /// </param>
        /// <param name="panel">Wiring of the panel; null without one, and then no bay has a selector line.</param>
        public BayIo(Lines lines, int[][] bays, int[] panel)
        {
            _lines = lines;
            Bays = bays;
            Panel = panel;
        }

        public void Read(int index, BayInputs into)
        {
            if (index == 0)
            {
                _lines.Refresh();
            }

            int[] bay = Bays[index];
            into.PackPresent = _lines.On(bay[PlaceLine.PackPresent]);
            into.BayClear = _lines.On(bay[PlaceLine.BayClear]);
            into.ContactorOpen = _lines.On(bay[PlaceLine.ContactorOpen]);
            into.SmokeLoopClosed = _lines.On(bay[PlaceLine.SmokeLoopClosed]);
            PlaceLine.Read(_lines, Panel, bay[PlaceLine.Selected], into.Operator);
        }

        public void Write(int index, bool chargePermitted)
        {
            _lines.Set(Bays[index][PlaceLine.ChargePermit], chargePermitted);
            _lines.Apply();
        }
    }
}

using System.Diagnostics;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// For commissioning: reads the bays' inputs and writes a line to the debug output for each that changed. Holds
    /// every charge permit off.
    /// </summary>
    public sealed class WiringCheck
    {
        private static readonly string[] Names = { "pack present", "bay clear", "contactor open", "smoke loop closed" };

        private readonly IBayIo _io;
        private readonly BayInputs _inputs = new BayInputs();
        private readonly int[] _levels;

        public WiringCheck(IBayIo io, int bays)
        {
            _io = io;
            _levels = new int[bays];
        }

        public void Pass()
        {
            for (int i = 0; i < _levels.Length; i++)
            {
                _io.Write(i, false);
                _io.Read(i, _inputs);
                Report(i, Levels());
            }
        }

        private int Levels()
        {
            return (_inputs.PackPresent ? 1 : 0) | (_inputs.BayClear ? 2 : 0) | (_inputs.ContactorOpen ? 4 : 0)
                | (_inputs.SmokeLoopClosed ? 8 : 0);
        }

        private void Report(int bay, int levels)
        {
            int changed = levels ^ _levels[bay];
            _levels[bay] = levels;
            for (int i = 0; i < Names.Length; i++)
            {
                if ((changed >> i & 1) != 0)
                {
                    string level = (levels >> i & 1) != 0 ? ": on" : ": off";
                    Debug.WriteLine("bay " + (bay + 1).ToString() + " " + Names[i] + level);
                }
            }
        }
    }
}

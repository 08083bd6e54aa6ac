using System;
using System.Diagnostics;
using System.Threading;
using SwapEdge.Protocol;

namespace SwapEdge.Boards.Esp32Wrover
{
    /// <summary>
    /// Runs the board. It has no CAN, store or uplink driver yet and so no node: it checks its wiring.
    /// </summary>
    public static class Program
    {
        /// <summary>
        /// Without a heartbeat for so long the hardware has taken away every request, before the reboot lets the pins
        /// float.
        /// </summary>
        private const int RebootAfterMs = 5000;

        /// <summary>
        /// A thread that ends with an exception parks the runtime with its pins as they are, so nothing may leave here
        /// but by a reboot.
        /// </summary>
        public static void Main()
        {
            try
            {
                Run();
            }
            catch (Exception problem)
            {
                Debug.WriteLine(problem.Message);
            }

            Thread.Sleep(RebootAfterMs);
            new Reboot(null).Restart(BootReason.Fault);
        }

        private static void Run()
        {
            Board board = new Board();
            WiringCheck check = new WiringCheck(board.BayIo, Board.Bays);
            Uptime uptime = new Uptime();
            Pace pace = new Pace(uptime.Extend(Environment.TickCount64));
            while (true)
            {
                board.Heartbeat.Toggle();
                check.Pass();
                Thread.Sleep(pace.RestMs(uptime.Extend(Environment.TickCount64)));
            }
        }
    }
}

using System;

namespace SwapEdge.Boards.Esp32S3
{
    /// <summary>Runs the board as a lane node.</summary>
    public static class Program
    {
        public static void Main()
        {
            try
            {
                new MainLoop(new Board(), new WifiNetwork()).Run();
            }
            catch (Exception problem)
            {
                MainLoop.End(problem, new Reboot(null));
            }
        }
    }
}

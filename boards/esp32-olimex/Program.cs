using System;

namespace SwapEdge.Boards.Esp32Olimex
{
    /// <summary>Runs the board as a cabinet node.</summary>
    public static class Program
    {
        public static void Main()
        {
            try
            {
                Board board = new Board();
                Mount();
                new MainLoop(board, new EthernetNetwork()).Run();
            }
            catch (Exception problem)
            {
                MainLoop.End(problem, new Reboot(null));
            }
        }

        /// <summary>Without a card the node runs all the same, and says that its store refuses.</summary>
        private static void Mount()
        {
            try
            {
                Card.Mount();
            }
            catch (Exception problem)
            {
                Console.WriteLine(problem.Message);
            }
        }
    }
}

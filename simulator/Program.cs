namespace SwapEdge.Simulator;

/// <summary>Entry of <c>swapsim</c>.</summary>
public static class Program
{
    public static int Main(string[] args) => Cli.Run(
        args, Console.Out, Console.Error, Console.OpenStandardOutput, terminal: !Console.IsOutputRedirected);
}

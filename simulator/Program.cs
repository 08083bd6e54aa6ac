using System.Text;

namespace SwapEdge.Simulator;

/// <summary>Entry of <c>swapsim</c>.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        bool terminal = !Console.IsOutputRedirected;
        return Cli.Run(args, Console.Out, Console.Error, Console.OpenStandardOutput, terminal);
    }
}

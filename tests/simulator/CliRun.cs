using System.Text;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>Runs the command line in this process.</summary>
internal static class CliRun
{
    public static (int ExitCode, string Output, string Error) Of(params string[] args)
    {
        using MemoryStream bytes = new();
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = Cli.Run(args, output, error, () => bytes, terminal: false);
        return (exitCode, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }
}

using SwapEdge.Boards.Flash;

namespace SwapEdge.Tests.Flash;

/// <summary>Runs the stand-in without starting a program; another program than nanoff does not start.</summary>
internal sealed class InProcessNanoff(string folder) : IProcesses
{
    public ProcessResult Run(
        IReadOnlyList<string> command, IReadOnlyList<string> arguments, string workingFolder, TimeSpan limit)
    {
        if (!command[^1].EndsWith("FakeNanoff.dll", StringComparison.Ordinal))
        {
            return new ProcessResult(-1, "", NotStarted: $"{command[0]}: not found");
        }

        using StringWriter output = new();
        try
        {
            int exitCode = new FakeNanoff(folder, output, () => throw new HangException()).Run([.. arguments]);
            return new ProcessResult(exitCode, output.ToString());
        }
        catch (HangException)
        {
            return new ProcessResult(-1, output.ToString(), TimedOut: true);
        }
    }

    private sealed class HangException : Exception;
}

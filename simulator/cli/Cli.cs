using System.CommandLine;
using System.CommandLine.Help;

namespace SwapEdge.Simulator;

/// <summary>The command line: what there is, and which exit code it ends with.</summary>
public static class Cli
{
    public static int Run(string[] args, TextWriter output, TextWriter error, Func<Stream> openOutput, bool terminal)
    {
        RootCommand root = Root(openOutput, terminal);
        ParseResult parsed = root.Parse(
            args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (UsageText.Of(parsed) is { } wrong)
        {
            error.WriteLine(wrong);
            return ExitCode.WrongInput;
        }

        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return parsed.Invoke(configuration);
        }
        catch (IOException)
        {
            // Whoever read the output has closed it; there is nobody left to tell.
            return ExitCode.Failed;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            error.WriteLine($"swapsim: internal error: {problem}");
            return ExitCode.InternalError;
        }
    }

    /// <summary>All commands.</summary>
    /// <param name="openOutput">Opens the output for what is not text.</param>
    /// <param name="terminal">Somebody looks at the output.</param>
    public static RootCommand Root(Func<Stream> openOutput, bool terminal)
    {
        RootCommand root =
            new("SwapEdge station simulator. Without a command: one whole swap, from arrival to the city.");
        DemonstrationCommand.AddTo(root, terminal);
        root.Add(RunCommand.Create(terminal));
        root.Add(ReplayCommand.Create(openOutput));
        root.Add(DiffCommand.Create(terminal));
        root.Add(ChaosCommand.Create(terminal));
        root.Add(DecodeCommand.Create());
        root.Add(CheckCommand.Create(terminal));
        root.Add(JournalCommand.Create());
        root.Add(PowerCutCommand.Create(terminal));
        root.Add(CityServerCommand.Create());
        root.Add(SettingsCommand.Create());
        root.Add(ReportCommand.Create());
        root.Add(SendCommand.Create());
        root.Add(CommissionCommand.Create());
        root.Add(CompletionCommand.Create());
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((HelpAction)help.Action!);
        return root;
    }
}

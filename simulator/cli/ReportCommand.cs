using System.CommandLine;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim report</c>.</summary>
public static class ReportCommand
{
    public static Command Create()
    {
        Argument<string> node = new("NODE")
        {
            Description = "city/station/node, or the end of it; without it, the only one there is.",
            DefaultValueFactory = _ => "",
        };
        Option<FileInfo> store = new("--store")
        {
            Description = "SQLite database of swapsim city.",
            HelpName = "FILE",
            DefaultValueFactory = _ => new FileInfo("city.sqlite"),
        };
        Option<FileInfo> output = new("--output")
        {
            Description = "Where to write it; without it, here.",
            HelpName = "FILE",
        };
        Command command = new(
            "report",
            "The newest diagnostic report of a node, as one JSON file of less than 64 kB without secrets. "
                + "'swapsim command NODE diagnose' asks for one.")
        {
            node, store, output,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(node), parsed.GetRequiredValue(store), parsed.GetValue(output),
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string wanted, FileInfo file, FileInfo? output, InvocationConfiguration console)
    {
        if (!file.Exists)
        {
            console.Error.WriteLine($"swapsim report: {file}: not there");
            return ExitCode.WrongInput;
        }

        using CityStore city = new(file.FullName);
        string[] nodes = [.. DiagnosticReports.Nodes(city)
            .Where(node => node == wanted || node.EndsWith($"/{wanted}", StringComparison.Ordinal) || wanted == "")];
        if (nodes.Length != 1)
        {
            console.Error.WriteLine(nodes.Length == 0
                ? $"swapsim report: {file}: no report{(wanted == "" ? "" : $" of {wanted}")}"
                : $"swapsim report: of which node? {string.Join(", ", nodes)}");
            return ExitCode.WrongInput;
        }

        if (DiagnosticReports.Newest(city, nodes[0]) is not { } report)
        {
            console.Error.WriteLine($"swapsim report: {nodes[0]}: the result holds no report that can be read");
            return ExitCode.Failed;
        }

        if (output is null)
        {
            console.Output.Write(report);
        }
        else
        {
            File.WriteAllText(output.FullName, report);
        }

        return ExitCode.Passed;
    }
}

using System.CommandLine;
using SwapEdge.Simulator.Settings;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim settings</c>.</summary>
public static class SettingsCommand
{
    public static Command Create()
    {
        Argument<FileInfo?> station = new("STATION")
        {
            Description = "Settings of a station, station.json.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> node = new("--node")
        {
            Description = "Only this node; with --change the one that the change is for.",
            HelpName = "NAME",
        };
        Option<FileInfo> change = new("--change")
        {
            Description = "A change in the field, change.json, instead; STATION and --node have that node check it.",
            HelpName = "FILE",
        };
        Option<FileInfo> output = new("--out") { Description = "Where the device form goes.", HelpName = "FILE" };
        Command command = new(
            "settings",
            "Check settings of a station, or a change of them, and write what a node reads: protocol/settings. Exit "
                + "code 2 with file, line, column and field when something is wrong.")
        {
            station, node, change, output,
        };
        command.SetAction(parsed =>
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            try
            {
                return Run(
                    parsed.GetValue(station)?.ToString(),
                    parsed.GetValue(node),
                    parsed.GetValue(change)?.ToString(),
                    parsed.GetValue(output)?.ToString(),
                    parsed.InvocationConfiguration);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"swapsim settings: {problem.Message}");
                return ExitCode.WrongInput;
            }
        });
        return command;
    }

    private static int Run(
        string? station, string? node, string? change, string? output, InvocationConfiguration console)
    {
        if (station is null && change is null)
        {
            return Refuse(console, "STATION or --change is needed");
        }

        CompiledNode[] nodes = [];
        if (station is not null)
        {
            StationFile file = StationFile.Read(station);
            if (file.Errors.Count > 0)
            {
                return Refuse(console, station, file.Errors);
            }

            nodes = [.. file.Nodes.Where(one => node is null || one.Name == node)];
            if (nodes.Length == 0)
            {
                return Refuse(console, $"{station}: no node {node}");
            }
        }

        if (change is not null)
        {
            return nodes.Length > 1
                ? Refuse(console, "--node is needed: which of the station's nodes the change is for")
                : Change(change, nodes.FirstOrDefault(), output, console);
        }

        if (output is not null && nodes.Length > 1)
        {
            return Refuse(console, "--node is needed with --out: a file holds the settings of one node");
        }

        foreach (CompiledNode one in nodes)
        {
            console.Output.WriteLine(Invariant($"{one.Name,-24}  {one.Crc:x8}  {one.DeviceForm.Length} bytes"));
        }

        return Write(output, nodes[0].DeviceForm);
    }

    private static int Change(string file, CompiledNode? node, string? output, InvocationConfiguration console)
    {
        ChangeFile change = ChangeFile.Read(file, node?.Settings);
        if (change.Errors.Count > 0)
        {
            return Refuse(console, file, change.Errors);
        }

        console.Output.WriteLine(Invariant($"version {change.Version}  {change.Message.Length} bytes"));
        return Write(output, change.Message);
    }

    private static int Write(string? path, byte[] content)
    {
        if (path is not null)
        {
            File.WriteAllBytes(path, content);
        }

        return ExitCode.Passed;
    }

    private static int Refuse(InvocationConfiguration console, string reason)
    {
        console.Error.WriteLine($"swapsim settings: {reason}");
        return ExitCode.WrongInput;
    }

    private static int Refuse(InvocationConfiguration console, string file, IEnumerable<SettingsError> errors)
    {
        foreach (SettingsError error in errors)
        {
            console.Error.WriteLine(error.In(file));
        }

        return ExitCode.WrongInput;
    }
}

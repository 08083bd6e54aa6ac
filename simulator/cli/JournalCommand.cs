using System.CommandLine;
using System.Globalization;
using System.Text;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim journal</c>.</summary>
public static class JournalCommand
{
    private const int KeyLength = 32;

    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("DIR") 
        {
            Description = "The files of a node's store: ev-1, ev-2, mark-0 ...",
        };
        Option<FileInfo> key = new("--key")
        {
            Description = "File with the node's key: 64 hexadecimal digits, or 32 bytes.",
            HelpName = "FILE",
            Required = true,
        };
        Option<ulong> stored = new("--stored")
        {
            Description = "What the city has stored of this journal: only that shows an end that was cut off.",
            HelpName = "N",
        };
        Command command = new(
            "journal",
            "Whether a history that was taken from a device or its card is what the device wrote: which segment or "
                + "record was changed, removed, put in or moved. Exit code 1 when something is wrong.")
        {
            folder, key, stored,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(key), parsed.GetValue(stored),
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(DirectoryInfo folder, FileInfo keyFile, ulong stored, InvocationConfiguration console)
    {
        if (!folder.Exists || !keyFile.Exists)
        {
            console.Error.WriteLine($"swapsim journal: {(folder.Exists ? keyFile : folder)}: not there");
            return ExitCode.WrongInput;
        }

        if (Key(File.ReadAllBytes(keyFile.FullName)) is not { } key)
        {
            console.Error.WriteLine($"swapsim journal: {keyFile}: no key of 64 hexadecimal digits or 32 bytes");
            return ExitCode.WrongInput;
        }

        Dictionary<string, byte[]> files = folder.GetFiles()
            .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal);
        JournalHistory history = JournalHistory.Read(files, key, stored);
        if (history.Segments == 0)
        {
            console.Error.WriteLine($"swapsim journal: {folder}: no segment (ev-1, ev-2 ...)");
            return ExitCode.WrongInput;
        }

        Show(history, console.Output);
        return history.Findings.Count == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    private static void Show(JournalHistory history, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"journal {CityStore.Hex(history.Journal)}: {history.Segments} segments, {history.Records.Count} records, "
            + $"{history.Records.Count(record => record.VouchedFor)} of them vouched for"));
        if (history.Records.Count > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"from {history.Records[0].Sequence} to {history.Records[^1].Sequence}"));
        }

        foreach (string note in history.Notes)
        {
            output.WriteLine($"note   {note}");
        }

        foreach (HistoryFinding finding in history.Findings)
        {
            output.WriteLine($"wrong  {finding.What}");
        }

        output.WriteLine(history.Findings.Count == 0 ? "nothing is wrong" : $"{history.Findings.Count} wrong");
    }

    private static byte[]? Key(byte[] content)
    {
        if (content.Length == KeyLength)
        {
            return content;
        }

        string text = Encoding.ASCII.GetString(content).Trim();
        return text.Length == 2 * KeyLength && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
    }
}

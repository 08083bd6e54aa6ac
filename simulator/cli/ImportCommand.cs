using System.CommandLine;
using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim city --import</c>.</summary>
internal static class ImportCommand
{
    public static int Run(
        DirectoryInfo folder, string node, FileInfo nodes, FileInfo database, InvocationConfiguration console)
    {
        NodeKeys? keys = NodeKeys.Read(nodes, out string refusal);
        byte[]? key = null;
        refusal = refusal.Length > 0 ? refusal
            : keys is not null && !keys.TryGet(node, out key) ? $"{nodes}: no node '{node}'"
            : !folder.Exists ? $"{folder}: not there"
            : "";
        if (refusal.Length > 0 || key is null)
        {
            console.Error.WriteLine($"swapsim city: {refusal}");
            return ExitCode.WrongInput;
        }

        Dictionary<string, byte[]> files = folder.GetFiles()
            .ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal);
        using CityStore store = new(database.FullName);
        ulong journal = JournalHistory.Read(files, key).Journal;
        JournalHistory history = JournalHistory.Read(files, key, store.Through(journal));
        if (history.Segments == 0)
        {
            console.Error.WriteLine($"swapsim city: {folder}: no segment (ev-1, ev-2 ...)");
            return ExitCode.WrongInput;
        }

        HistoryImport import = new();
        import.Run(store, node, history, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        foreach (HistoryFinding finding in history.Findings)
        {
            console.Output.WriteLine($"wrong  {finding.What}");
        }

        console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{node}  journal {CityStore.Hex(journal)}  new {import.Stored}, known {import.Known}, refused "
            + $"{import.Refused}, not vouched for {import.NotVouchedFor}, stored through {store.Through(journal)}"));
        bool sound = history.Findings.Count == 0 && import.Refused + import.NotVouchedFor == 0;
        return sound ? ExitCode.Passed : ExitCode.Failed;
    }
}

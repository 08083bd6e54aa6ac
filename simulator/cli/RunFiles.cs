using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>What a command line means: files, folders, names of shipped scenarios.</summary>
public sealed class RunFiles
{
    private readonly List<string> _paths = [];
    private readonly List<RunOutcome> _wrong = [];
    private readonly TextWriter _error;

    private RunFiles(TextWriter error) => _error = error;

    /// <summary>Those that are right, each with a name of its own.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; private set; } = [];

    /// <summary>Those that are wrong, or not there. Then none is run.</summary>
    public IReadOnlyList<RunOutcome> Wrong => _wrong;

    /// <summary>Reads all of them; everything that is wrong with any of them is told.</summary>
    public static RunFiles Read(IReadOnlyList<string> asked, bool all, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(error);
        RunFiles read = new(error);
        foreach (string one in all ? [ShippedScenarios.Folder, .. asked] : asked)
        {
            read.Find(one);
        }

        ScenarioFile[] files = [.. read._paths.Distinct(StringComparer.Ordinal).Select(ScenarioFile.Read)];
        read.Scenarios = Named([.. files.Where(file => file.Scenario is not null).Select(file => file.Scenario!)]);
        ScenarioFile[] wrong = [.. files.Where(file => file.Scenario is null)];
        foreach (ScenarioFile file in wrong)
        {
            read.Tell(file.Path, file.Errors);
        }

        if (wrong.Length > 0 && files.Length > 1)
        {
            string count = Invariant($"{wrong.Length} of {files.Length}");
            error.WriteLine($"swapsim run: {count} scenarios are wrong; none was run");
        }

        return read;
    }

    /// <summary>When any is wrong: these, and those that were not run for it.</summary>
    public IReadOnlyList<RunOutcome> Outcomes(ulong seed) =>
    [
        .. _wrong.Select(one => one with { Seed = seed }),
        .. Scenarios.Select(scenario => new RunOutcome(scenario, seed, null) { IsLeftOut = true }),
    ];

    /// <summary>A file's name is its scenario's; of two with one name the folders are told, too.</summary>
    private static List<Scenario> Named(List<Scenario> scenarios)
    {
        ILookup<string, Scenario> names = scenarios.ToLookup(one => one.Name, StringComparer.OrdinalIgnoreCase);
        return scenarios.ConvertAll(one => names[one.Name].Count() == 1 ? one : one with
        {
            Name = string.Join('-', Path.ChangeExtension(one.Path, null)
                .Split(['/', '\\', ':', '.'], StringSplitOptions.RemoveEmptyEntries)),
        });
    }

    private void Find(string asked)
    {
        if (Directory.Exists(asked))
        {
            FindIn(asked);
            return;
        }

        bool isPath = asked.Contains('/') || asked.Contains('\\')
            || ScenarioFile.Endings.Contains(Path.GetExtension(asked), StringComparer.OrdinalIgnoreCase)
            || File.Exists(asked);
        if (isPath)
        {
            _paths.Add(asked);
        }
        else if (ShippedScenarios.Find(asked) is { } shipped)
        {
            _paths.Add(shipped);
        }
        else
        {
            string reason = $"swapsim run: there is no scenario {YamlErrors.Quote(asked)}";
            Tell(asked, [NearName.Say(reason, asked, ShippedScenarios.Names)]);
        }
    }

    private void FindIn(string folder)
    {
        try
        {
            IReadOnlyList<string> there = ShippedScenarios.In(folder);
            _paths.AddRange(there);
            if (there.Count == 0)
            {
                Tell(folder, [$"swapsim run: {folder}: no scenario is in this folder"]);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Tell(folder, [$"swapsim run: {folder}: cannot be read: {problem.Message}"]);
        }
    }

    private void Tell(string path, IReadOnlyList<string> errors)
    {
        foreach (string line in errors)
        {
            _error.WriteLine(line);
        }

        Scenario nameless = new() { Name = Path.GetFileNameWithoutExtension(path), Path = path };
        _wrong.Add(new RunOutcome(nameless, 0, null) { Errors = errors });
    }
}

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>A folder of scenarios for one test; gone at its end.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    /// <summary>Over after a second of virtual time, and passes.</summary>
    public const string Passes = """
        scenario: Nothing happens
        station: { boards: virtual }
        arrivals: []
        expect:
          - never: { phase: held }
        until: { time: 1 s }
        """;

    /// <summary>Over after two seconds, and what it expects was never so.</summary>
    public const string Fails = """
        scenario: Nobody <comes> & "nothing" is held
        station: { boards: virtual }
        arrivals: []
        expect:
          - eventually: { phase: held }
            within: 2 s
        """;

    /// <summary>Lasts a week of virtual time.</summary>
    public const string Lasts = """
        scenario: A long wait
        station: { boards: virtual }
        arrivals: []
        until: { time: 7 d }
        limit: 8 d
        """;

    public string Path { get; } = Directory.CreateTempSubdirectory("scenarios").FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

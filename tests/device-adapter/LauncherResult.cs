namespace SwapEdge.Tests.DeviceAdapter;

/// <summary>How one device test ended, as nanoFramework.UnitTestLauncher prints it.</summary>
/// <param name="Name">Class, method and number of its data row.</param>
/// <param name="Outcome">passed, failed or skipped.</param>
/// <param name="Told">The message, or for a passed one its time in ticks of 100 ns.</param>
/// <param name="Lines">What the test wrote before.</param>
public sealed record LauncherResult(string Name, string Outcome, string Told, IReadOnlyList<string> Lines)
{
    private const string Mark = "Test ";

    /// <summary>Lines "Test passed,name,ticks", in between what the tests write.</summary>
    public static IReadOnlyList<LauncherResult> Parse(string output)
    {
        List<LauncherResult> results = [];
        List<string> lines = [];
        IEnumerable<string> all = output.Split('\n').Select(line => line.TrimEnd('\r'));

        // Before it the runtime lists what it loads.
        foreach (string line in all.SkipWhile(line => line != "Ready.").Skip(1))
        {
            string[] parts = line.Split(',', 3);
            if (parts.Length == 3 && parts[0] is "Test passed" or "Test failed" or "Test skipped")
            {
                results.Add(new LauncherResult(parts[1], parts[0][Mark.Length..], parts[2], [.. lines]));
                lines.Clear();
            }
            else
            {
                lines.Add(line);
            }
        }

        return results;
    }
}

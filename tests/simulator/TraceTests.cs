using System.Reflection;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class TraceTests : IDisposable
{
    private static readonly Lazy<string> Recorded = new(() => Record("truck", 5));
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_recorded_run_gives_the_same_lines_when_it_is_replayed()
    {
        File.WriteAllText(_file, Recorded.Value);
        (int exitCode, string output, string error) = CliRun.Of("replay", _file);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Equal(Recorded.Value, output);
        Assert.EndsWith(" lines, the same.", error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_of_one_seed_leave_the_same_trace_and_another_seed_another()
    {
        Assert.Equal(Recorded.Value, Record("truck", 5));
        Assert.NotEqual(Recorded.Value, Record("truck", 6));
    }

    [Fact]
    public void One_altered_digit_of_the_facts_is_found_in_its_line_and_exits_with_1()
    {
        string[] lines = Recorded.Value.Split('\n');
        Prng random = new(11);
        for (int tried = 0; tried < 60; tried++)
        {
            int line = random.Between(1, lines.Length - 3);
            string altered = Alter(lines[line], random);
            File.WriteAllText(_file, string.Join('\n', lines.Select((text, i) => i == line ? altered : text)));
            (int exitCode, _, string error) = CliRun.Of("replay", _file);
            Assert.Equal(ExitCode.Failed, exitCode);
            Assert.StartsWith($"swapsim replay: {_file}:{line + 1}: differs", error, StringComparison.Ordinal);
            Assert.Contains($"recorded: {altered}", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, "profile=", "profile=un", "this build has no profile unlift-truck/1")]
    [InlineData(0, "trace 1", "trace 2", "trace format 2; this build reads 1")]
    [InlineData(3, " t=", " u=", "expected t=")]
    [InlineData(3, "facts=0", "facts=x", "not 16 hexadecimal digits")]
    [InlineData(3, "Idle", "Idling", "no Phase")]
    [InlineData(3, "Idle", "0", "no Phase")]
    [InlineData(3, "aborted=no", "aborted=perhaps", "neither yes nor no")]
    [InlineData(3, " | row=", "", "fields are missing")]
    [InlineData(3, "1 t=2", "1 t=0", "its time is not later than that of the line before")]
    public void A_damaged_trace_exits_with_2_and_says_where_and_why(int line, string good, string bad, string reason)
    {
        string[] lines = Recorded.Value.Split('\n');
        Assert.Contains(good, lines[line], StringComparison.Ordinal);
        string damaged = bad == "profile=un"
            ? lines[line].Replace("profile=top-", bad, StringComparison.Ordinal)
            : lines[line].Replace(good, bad, StringComparison.Ordinal);
        lines[line] = damaged;
        ExpectDamage(string.Join('\n', lines), line + 1, reason);
    }

    [Fact]
    public void A_trace_that_is_cut_short_exits_with_2()
    {
        string[] lines = Recorded.Value.Split('\n');
        ExpectDamage(string.Join('\n', lines[..10]) + "\n", 10, "cut short");
        ExpectDamage(string.Join('\n', lines[..10]) + "\n1 t=9", 11, "fields are missing");
        ExpectDamage(string.Join('\n', [.. lines[..10], .. lines[^2..]]), 11, "lines are missing");
        ExpectDamage(Recorded.Value + "more\n", lines.Length, "there is more behind the end");
    }

    [Fact]
    public void A_trace_holds_every_field_that_the_machine_remembers()
    {
        IEnumerable<string> remembered = typeof(SwapState).GetFields().Select(field => field.Name).Order();
        IEnumerable<string> held = typeof(TraceState).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.Name).Order();
        Assert.Equal(remembered, held);
    }

    [Fact]
    public void Every_profile_of_the_firmware_can_be_named_in_a_trace_and_is_well()
    {
        Assert.All(Profiles.All, profile => Assert.Null(profile.Check()));
        Assert.Equal(Profiles.All.Count, Profiles.All.Select(profile => profile.Name).Distinct().Count());
    }

    [Fact]
    public void Options_for_captures_are_refused_for_a_trace()
    {
        File.WriteAllText(_file, Recorded.Value);
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("replay", _file, "--bench").ExitCode);
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("replay", _file, "--bus", "pack").ExitCode);
    }

    [Fact]
    public void A_trace_that_cannot_be_written_exits_with_2()
    {
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("run", "truck", "--record", Path.GetTempPath()).ExitCode);
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("run", "zeppelin").ExitCode);
    }

    [Fact]
    public void Every_story_completes_its_swap()
    {
        Assert.All(Story.All, story => Assert.Equal(ExitCode.Passed, CliRun.Of("run", story.Name).ExitCode));
    }

    private void ExpectDamage(string trace, int line, string reason)
    {
        File.WriteAllText(_file, trace);
        (int exitCode, _, string error) = CliRun.Of("replay", _file);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.StartsWith($"swapsim replay: {_file}:{line}: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    private static string Alter(string line, Prng random)
    {
        int at = line.IndexOf("facts=", StringComparison.Ordinal) + "facts=".Length + random.Between(0, 15);
        char digit = line[at] == 'f' ? '0' : line[at] == '9' ? 'a' : (char)(line[at] + 1);
        return line[..at] + digit + line[(at + 1)..];
    }

    private static string Record(string story, ulong seed)
    {
        string file = Path.GetTempFileName();
        Assert.Equal(ExitCode.Passed, CliRun.Of("run", story, "--seed", $"{seed}", "--record", file).ExitCode);
        string text = File.ReadAllText(file);
        File.Delete(file);
        return text;
    }
}

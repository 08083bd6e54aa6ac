using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>What a run writes beside its words: nothing that is there is lost, and a full disk is told.</summary>
public sealed class OutputPathTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_that_is_refused_leaves_what_is_there()
    {
        string record = _folder.Write("x.swrec", "of yesterday");
        string scenario = _folder.Write("passes.yaml", ScenarioFolder.Passes);
        (int exitCode, _, string error) = CliRun.Of("run", scenario, "--record", record, "--junit", _folder.Path);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
        Assert.Equal("of yesterday", File.ReadAllText(record));
    }

    [Fact]
    public void A_folder_of_records_keeps_those_of_others()
    {
        string other = _folder.Write("x.swrec", "of another story");
        string scenario = _folder.Write("passes.yaml", ScenarioFolder.Passes);
        (int exitCode, _, string error) = CliRun.Of("run", scenario, "--record", _folder.Path);
        Assert.True(exitCode == ExitCode.Passed, error);
        Assert.Equal("of another story", File.ReadAllText(other));
        Assert.True(new FileInfo(_folder.PathOf("passes.swrec")).Length > 1_000);
    }

    [Fact]
    public void One_file_for_two_things_is_refused()
    {
        string file = _folder.PathOf("both");
        string scenario = _folder.Write("passes.yaml", ScenarioFolder.Passes);
        (int exitCode, _, string error) = CliRun.Of("run", scenario, "--junit", file, "--record", file);
        Assert.Equal((ExitCode.WrongInput, false), (exitCode, File.Exists(file)));
        Assert.Equal("swapsim run: --junit, --record and --candump are different files\n", error);
    }

    [Theory]
    [InlineData("--junit")]
    [InlineData("--record")]
    [InlineData("--candump")]
    public void A_full_disk_is_told_in_a_line_and_is_no_defect(string option)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a file that is always full");
        string scenario = _folder.Write("passes.yaml", ScenarioFolder.Passes);
        (int exitCode, string output, string error) = CliRun.Of("run", scenario, option, "/dev/full");
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Equal(option == "--junit", output.Contains("passes passed", StringComparison.Ordinal));
        Assert.Contains("No space left on device", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(one => one == '\n'));
        Assert.True(File.Exists("/dev/full"));
    }
}

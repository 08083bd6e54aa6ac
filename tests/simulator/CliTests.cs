using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class CliTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("--frobnicate")]
    [InlineData("replay")]
    [InlineData("decode")]
    [InlineData("decode", "182756F4#A510", "more")]
    [InlineData("replay", "--frobnicate", "x.log")]
    [InlineData("--seed", "many")]
    [InlineData("run")]
    [InlineData("run", "truck", "--speed", "2")]
    public void Wrong_usage_shows_the_usage_on_the_error_stream_and_exits_with_2(params string[] args)
    {
        (int exitCode, string output, string error) = CliRun.Of(args);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Empty(output);
        Assert.Contains("swapsim: ", error, StringComparison.Ordinal);
        Assert.Contains("Usage:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_command()
    {
        (int exitCode, string output, _) = CliRun.Of("--help");
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Contains("replay", output, StringComparison.Ordinal);
        Assert.Contains("run", output, StringComparison.Ordinal);
        Assert.Contains("decode", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_is_a_number()
    {
        (int exitCode, string output, _) = CliRun.Of("--version");
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }
}

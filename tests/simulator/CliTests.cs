using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class CliTests
{
    [Theory]
    [InlineData("there is no command 'frobnicate'; see 'swapsim --help'.", "frobnicate")]
    [InlineData("there is no command 'rum'; did you mean 'run'? See 'swapsim --help'.", "rum")]
    [InlineData("there is no option '--frobnicate'; see 'swapsim --help'.", "--frobnicate")]
    [InlineData("--seed: 'many' is not a whole number, 0 or greater; see 'swapsim --help'.", "--seed", "many")]
    [InlineData("FILE is missing; see 'swapsim replay --help'.", "replay")]
    [InlineData("there is no option '--frobnicate'; see 'swapsim replay --help'.", "replay", "--frobnicate", "x.log")]
    [InlineData("--bus: 'lin' is not one of auto, charger, pack; see 'swapsim replay --help'.",
        "replay", "x.log", "--bus", "lin")]
    [InlineData("B is missing; see 'swapsim diff --help'.", "diff", "a.record")]
    [InlineData("ID#HEX is missing; see 'swapsim decode --help'.", "decode")]
    [InlineData("'more' is an argument too many; see 'swapsim decode --help'.", "decode", "182756F4#A510", "more")]
    [InlineData("which SCENARIO? A file, a folder or a name; --list shows names, --all runs them; "
        + "see 'swapsim run --help'.", "run")]
    [InlineData("--speed: '2' is none of 'max', '1'; see 'swapsim run --help'.", "run", "truck", "--speed", "2")]
    [InlineData("there is no option '--speeed'; did you mean '--speed'? See 'swapsim run --help'.",
        "run", "truck", "--speeed", "1")]
    [InlineData("--seed: '-1' is not a whole number, 0 or greater; see 'swapsim run --help'.",
        "run", "truck", "--seed", "-1")]
    [InlineData("--seed needs a value; see 'swapsim run --help'.", "run", "truck", "--seed")]
    [InlineData("--parallel: 'all' is not a whole number; see 'swapsim run --help'.",
        "run", "truck", "--parallel", "all")]
    public void Wrong_usage_is_told_in_one_sentence_and_exits_with_2(string reason, params string[] args)
    {
        (int exitCode, string output, string error) = CliRun.Of(args);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        string command = args[0].StartsWith("--", StringComparison.Ordinal) || reason.EndsWith("'swapsim --help'.",
            StringComparison.Ordinal) ? "" : $" {args[0]}";
        Assert.Equal($"swapsim{command}: {reason}\n", error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_command_answers_an_option_that_it_does_not_have_in_one_sentence() => Assert.All(
        Cli.Root(() => Stream.Null, terminal: false).Subcommands,
        command =>
        {
            (int exitCode, string output, string error) = CliRun.Of(command.Name, "--no-such-option");
            Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
            Assert.Equal(
                $"swapsim {command.Name}: there is no option '--no-such-option'; see 'swapsim {command.Name} --help'.",
                error.TrimEnd());
        });

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
    public void Help_of_every_command_can_be_read_no_line_has_a_list_of_names_without_end()
    {
        string[] names = [.. Cli.Root(() => Stream.Null, terminal: false).Subcommands.Select(one => one.Name), ""];
        Assert.All(names, name =>
        {
            string[] args = name.Length > 0 ? [name, "--help"] : ["--help"];
            (int exitCode, string output, string error) = CliRun.Of(args);
            Assert.Equal((ExitCode.Passed, ""), (exitCode, error));
            Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 420));
        });
    }

    [Fact]
    public void Version_is_a_number()
    {
        (int exitCode, string output, _) = CliRun.Of("--version");
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }
}

using System.Diagnostics;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _swapsim swapsim")]
    [InlineData("zsh", "compdef _swapsim swapsim")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName swapsim")]
    public void Each_shell_gets_a_script_that_registers_the_tool(string shell, string line)
    {
        (int exitCode, string output, _) = CliRun.Of("completion", shell);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Contains(line, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("swapsim com", "command,commission,completion")]
    [InlineData("swapsim --vers", "--version")]
    [InlineData("swapsim run truck --sp", "--speed")]
    [InlineData("swapsim run truck --speed ", "1,max")]
    [InlineData("swapsim run nothing-like-this", "")]
    public void Bash_completes_what_is_typed(string typed, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Bash");
        Assert.Equal(expected, string.Join(',', Complete(typed)));
    }

    [Fact]
    public void Profiles_of_the_examples_are_there() => Assert.All(
        TeachingHelp.Examples["check"].SelectMany(one => one.Line.Split(' ')[2..]),
        profile => Assert.Contains(profile, CliRun.Of("check", "--help").Output, StringComparison.Ordinal));

    [Fact]
    public void Every_command_that_needs_more_than_its_name_has_an_example() => Assert.All(
        Cli.Root(() => Stream.Null, terminal: false).Subcommands,
        command => Assert.NotEmpty(TeachingHelp.Examples.GetValueOrDefault(command.Name, [])));

    [Fact]
    public void Every_example_in_the_help_is_a_line_that_the_tool_understands()
    {
        foreach ((string command, (string Line, string Gives)[] examples) in TeachingHelp.Examples)
        {
            (_, string help, _) = CliRun.Of(command.Length == 0 ? ["--help"] : [command, "--help"]);
            foreach ((string line, _) in examples)
            {
                Assert.Contains(line, help, StringComparison.Ordinal);
                string[] words = line.Split(' ')[1..];
                if (line.StartsWith("swapsim ", StringComparison.Ordinal) && !words.Contains("COMMAND"))
                {
                    Assert.Empty(Cli.Root(() => Stream.Null, terminal: false).Parse(words).Errors);
                }
            }
        }
    }

    /// <summary>What Bash proposes where the cursor stands behind <paramref name="typed"/>.</summary>
    private static IEnumerable<string> Complete(string typed)
    {
        const string Script =
            """
            PATH=$1:$PATH
            eval "$(swapsim completion bash)"
            COMP_LINE=$2 COMP_POINT=${#2}
            read -ra COMP_WORDS <<<"$2"
            [[ $2 == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _swapsim
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        ProcessStartInfo bash = new("bash", ["-c", Script, "bash", AppContext.BaseDirectory, typed])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(bash)!;
        string found = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return found.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using SwapEdge.Boards.Flash;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Flash;

/// <summary>
/// flash.ps1 without PowerShell: its parameters are the tool's options, and a grammar of the language reads it. The
/// environment variable POWERSHELL_GRAMMAR names a folder in which npm has installed tree-sitter-powershell and
/// web-tree-sitter, as .ci/run does.
/// </summary>
public sealed partial class PowerShellTests
{
    private static string Script => File.ReadAllText(Path.Combine(Repository.Root, "flash.ps1"));

    [Fact]
    public void Every_parameter_is_an_option_of_the_tool_and_every_option_a_parameter()
    {
        string[] parameters = [.. Parameter().Matches(Script).Select(one => OptionOf(one.Groups["name"].Value))];
        string[] options = [.. new FlashCommand().Root.Options.Select(one => one.Name)
            .Where(name => name is not ("--help" or "--version"))];
        Assert.Equal(options.Order(StringComparer.Ordinal), parameters.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_switch_is_an_option_without_a_value()
    {
        foreach (Match one in Parameter().Matches(Script))
        {
            System.CommandLine.Option option = new FlashCommand().Root.Options.Single(
                each => each.Name == OptionOf(one.Groups["name"].Value));
            Assert.Equal(one.Groups["type"].Value == "switch", option.ValueType == typeof(bool));
        }
    }

    [Fact]
    public void It_reads_well_in_the_grammar_of_PowerShell()
    {
        string grammar = Grammar();
        Assert.Equal("sound", Parse(grammar, Script));
    }

    [Fact]
    public void The_grammar_finds_what_is_wrong()
    {
        string grammar = Grammar();
        string open = Script.Replace("[int]$Wait\n)", "[int]$Wait\n", StringComparison.Ordinal);
        Assert.NotEqual("sound", Parse(grammar, open));
        Assert.NotEqual("sound", Parse(grammar, Script + "\nif ($Board {"));
    }

    /// <summary>As the script does it: DryRun is --dry-run.</summary>
    private static string OptionOf(string parameter) => "--" + Hump().Replace(parameter, "-").ToLowerInvariant();

    private static string Grammar()
    {
        string? folder = Environment.GetEnvironmentVariable("POWERSHELL_GRAMMAR");
        Assert.SkipWhen(
            string.IsNullOrEmpty(folder),
            "POWERSHELL_GRAMMAR is not set: npm install --ignore-scripts tree-sitter-powershell@0.26.4 "
                + "web-tree-sitter@0.27.1 into a folder and name it");
        return folder!;
    }

    private static string Parse(string grammar, string script)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("flash.ps1", script);
        ProcessStartInfo start = new("node")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = grammar,
        };
        // Else it optimises all of the grammar for some seconds.
        start.ArgumentList.Add("--liftoff-only");
        start.ArgumentList.Add(Path.Combine(Repository.Root, "tests", "flash", "powershell-syntax.mjs"));
        start.ArgumentList.Add(grammar);
        start.ArgumentList.Add(file);
        using Process node = Process.Start(start)!;
        string output = node.StandardOutput.ReadToEnd();
        string error = node.StandardError.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, error);
        return output.Trim();
    }

    [GeneratedRegex(@"(?m)^    \[(?<type>string|int|switch)\]\$(?<name>[A-Za-z]+),?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Hump();
}

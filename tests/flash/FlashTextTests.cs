using SwapEdge.Boards.Flash;

namespace SwapEdge.Tests.Flash;

/// <summary>Two languages, complete; the table in the README is written from them.</summary>
public sealed class FlashTextTests
{
    private const string Begin = "<!-- exit codes: written by FlashTextTests with UPDATE_DOCS=1 -->\n";
    private const string End = "<!-- end -->\n";

    [Fact]
    public void Each_end_says_in_both_languages_what_happened_and_what_to_do()
    {
        foreach (FlashEnd end in Enum.GetValues<FlashEnd>())
        {
            string english = EndTexts.Raw(end, Language.English);
            string chinese = EndTexts.Raw(end, Language.Chinese);
            Complete(english, chinese);
            Assert.True(end == FlashEnd.Done || english.Contains("{0}", StringComparison.Ordinal), end.ToString());
            Assert.Contains(". ", english, StringComparison.Ordinal);
            Assert.Contains("。", chinese[..^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_step_and_remark_is_there_in_both_languages()
    {
        foreach (StepText text in Enum.GetValues<StepText>())
        {
            Complete(StepTexts.Raw(text, Language.English), StepTexts.Raw(text, Language.Chinese));
        }
    }

    [Fact]
    public void Exit_codes_fit_into_what_a_shell_keeps()
    {
        Assert.All(Enum.GetValues<FlashEnd>(), end => Assert.InRange((int)end, 0, 125));
    }

    [Theory]
    [InlineData("LANG", "zh_CN.UTF-8", Language.Chinese)]
    [InlineData("LC_ALL", "zh_TW", Language.Chinese)]
    [InlineData("LANG", "C.UTF-8", Language.English)]
    [InlineData("LANG", "de_DE.UTF-8", Language.English)]
    public void The_language_is_that_of_the_machine(string name, string value, Language language) =>
        Assert.Equal(language, Culture.Detect(asked => asked == name ? value : null));

    [Fact]
    public void LC_ALL_comes_before_LANG() => Assert.Equal(
        Language.English, Culture.Detect(name => name == "LC_ALL" ? "en_US" : "zh_CN"));

    [Fact]
    public void The_exit_codes_in_the_README_are_those_of_the_tool()
    {
        string file = Path.Combine(Repository.Root, "boards", "flash", "README.md");
        string text = File.ReadAllText(file).ReplaceLineEndings("\n");
        string table = Table();
        int start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, text[..start] + table + text[end..]);
            return;
        }

        Assert.True(text[start..end] == table, "boards/flash/README.md: exit codes are stale; run with UPDATE_DOCS=1");
    }

    private static string Table()
    {
        IEnumerable<string> rows = Enum.GetValues<FlashEnd>().Select(end =>
        {
            string english = EndTexts.Of(end, Language.English, "…");
            string chinese = EndTexts.Of(end, Language.Chinese, "…");
            return $"| {(int)end} | {end} | {english}<br>{chinese} |\n";
        });
        return "| code | name | sentence |\n|---|---|---|\n" + string.Concat(rows);
    }

    private static void Complete(string english, string chinese)
    {
        Assert.All(english, letter => Assert.True(letter < 128, english));
        Assert.Contains(chinese, letter => letter is >= '\u4e00' and <= '\u9fff');
        Assert.Equal(
            english.Contains("{0}", StringComparison.Ordinal), chinese.Contains("{0}", StringComparison.Ordinal));
        Assert.DoesNotContain("{1}", english + chinese, StringComparison.Ordinal);
    }
}

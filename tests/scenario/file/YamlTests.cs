using System.Text;
using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>What <c>simulator/yaml</c> reads, and what it says of what it does not.</summary>
public class YamlTests
{
    [Fact]
    public void Values_and_keys_know_their_line_and_column()
    {
        YamlFile file = Of("a: 1\nlist:\n  - { b: 'x y', c: [] }\n");
        Assert.Empty(file.Lines());
        YamlMember list = file.Root!.Members[1];
        Assert.Equal(("list", 2, 1), (list.Name, list.Line, list.Column));
        YamlMember b = list.Value.Items[0].Members[0];
        Assert.Equal(("b", 3, 7, "x y", 3, 10), (b.Name, b.Line, b.Column, b.Value.Text, b.Value.Line, b.Value.Column));
        Assert.True(b.Value.IsQuoted);
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "f:3:1: 'a' is there twice; line 1 has it already")]
    [InlineData("a: &x 1\nb: *x\n",
        "f:1:4: an anchor, '&x'; write each value where it is needed",
        "f:2:4: an alias, '*x'; write the value itself")]
    [InlineData("a: !!python/object 1\n", "f:1:4: a tag, 'tag:yaml.org,2002:python/object'; values have no tags here")]
    [InlineData("a: 1\n---\nb: 2\n", "f:2:1: a second document; a file holds one")]
    [InlineData("? [a, b]\n: 1\n", "f:1:3: a key is a word, not a list")]
    [InlineData("", "f:1:1: is empty")]
    [InlineData("# nothing\n", "f:1:1: is empty")]
    [InlineData("a: x\0y\n", "f:1:5: the character 00h cannot stand in a text")]
    [InlineData("a: \"x\\e[31m\"\n", "f:1:4: the character 1Bh cannot stand in a text")]
    [InlineData("a: 1\n\"b\\u202Ec\": 2\n", "f:2:1: the character 202Eh cannot stand in a text")]
    [InlineData("a: x\u009B31m\n", "f:1:4: the character 9Bh cannot stand in a text")]
    [InlineData("a: *nothing\n", "f:1:4: an alias, '*nothing'; write the value itself")]
    [InlineData("a: 1\r\nb: 2\r\na: 3\r\n", "f:3:1: 'a' is there twice; line 1 has it already")]
    public void What_is_wrong_is_told_with_its_place(string text, params string[] lines) =>
        Assert.Equal(lines, Of(text).Lines());

    private const string Colon =
        "is not YAML: a ':' where none can stand; indent as the neighbours do, and put a text with ': ' in quotes";

    [Theory]
    [InlineData("a:\n\tb: 1\n", "f:2:1: is not YAML: a tab indents; blanks do")]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "f:3:1: is not YAML: a tab indents; blanks do")]
    [InlineData("a: x\nb:\n  - { c: 1 }\n\t- { c: 2 }\n", "f:4:1: is not YAML: a tab indents; blanks do")]
    [InlineData("a: [1, 2\n", "f:2:1: is not YAML: a list in [ ] lacks a ',' or its end")]
    [InlineData("a: [1, 2\nb: 3\n", "f:2:1: is not YAML: a list in [ ] or a map in { } is not closed before this line")]
    [InlineData("a: \"x\nb: 3\n", "f:1:4: is not YAML: a quote is not closed")]
    [InlineData("a: b: c\n", "f:1:5: " + Colon)]
    [InlineData("a: 1\n  b: 2\n", "f:2:4: " + Colon)]
    [InlineData("a: @x\n", "f:1:4: is not YAML: a value cannot begin with '@'; put it in quotes")]
    [InlineData("a:\n - 1\n b: 2\n",
        "f:3:2: is not YAML: a line of this list begins with '- ', indented as the others")]
    public void What_is_no_YAML_is_told_in_words(string text, string line) => Assert.Equal([line], Of(text).Lines());

    [Fact]
    public void Json_is_read_and_its_tabs_are_no_harm() =>
        Assert.Equal("2", Of("{\n\t\"a\": 1,\n\t\"b\": [\n\t\t2\n\t]\n}\n").Root!["b"]!.Items[0].Text);

    [Fact]
    public void A_mark_of_utf8_is_passed_over_and_other_encodings_are_told()
    {
        Assert.Equal("1", YamlFile.Of("f", [0xEF, 0xBB, 0xBF, .. "a: 1"u8]).Root!["a"]!.Text);
        Assert.Equal(
            ["f:1:1: is UTF-16; save it as UTF-8"], YamlFile.Of("f", Encoding.Unicode.GetPreamble()).Lines());
        Assert.Equal(["f:2:5: the byte FCh is not UTF-8"], YamlFile.Of("f", [.. "x: 1\na: b"u8, 0xFC]).Lines());
    }

    [Fact]
    public void What_is_too_much_is_told_and_not_read()
    {
        Assert.Equal(["f:1:1: is larger than 1 MB"], Of(new string('a', YamlFile.MostBytes + 1)).Lines());
        Assert.Equal(["f:1:26: is nested deeper than 24 levels"], Of(new string('[', 500_000)).Lines());
        Assert.Equal(
            ["f:1:200000: has more than 100000 values"],
            Of("[" + string.Concat(Enumerable.Repeat("1,", 150_000)) + "]").Lines());
        Assert.Equal(YamlErrors.Most, Of(string.Concat(Enumerable.Repeat("a: 1\n", 5_000))).Lines().Count());
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Equal([$"{path}:1:1: there is no such file"], YamlFile.Read(path).Lines());
    }

    [Fact]
    public void Text_of_a_file_comes_into_a_message_short_and_without_what_a_terminal_obeys() =>
        Assert.Equal("'a\uFFFD[2J b\uFFFDc" + new string('x', 39) + "…'",
            YamlErrors.Quote("a\u001b[2J\tb\u202Ec" + new string('x', 100)));

    private static YamlFile Of(string text) => YamlFile.Of("f", Encoding.UTF8.GetBytes(text));
}

using System.Diagnostics;
using System.Text;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>Files that are damaged in any way: each is read or told, none ends the reader, none holds it up.</summary>
public class FileFuzzTests
{
    private static readonly string[] Tokens =
    [
        "\t", "\r", "\0", "\u2028", "'", "\"", "{", "}", "[", "]", ":", ": ", "- ", "? ", "&a ", "*a", "!!x ", "<<: ",
        "---\n", "...\n", "%YAML 1.1\n", "#", "|\n", ">\n", "~", "null", "1e999", "-1", "99999999999999999999", "-0",
        "NaN", "9999 d", "0 s", "90", "yes", "°C", "😀", "\uFEFF", "@", "`", "\\", "\"\\u0000\"", "\"\\ud800\"",
        "lane-1", "bay-0", "bay-99999999999", "vehicle-0", "all", "not", "cabinet", "truck-3", "until",
    ];

    [Fact]
    public void A_good_file_with_any_damage_is_read_or_told_and_never_holds_the_reader_up()
    {
        Random random = new(20261121);
        TimeSpan longest = TimeSpan.Zero;
        int wrong = 0;
        for (int i = 0; i < 6_000; i++)
        {
            byte[] damaged = Damage(GoodFile.Bytes, random);
            long began = Stopwatch.GetTimestamp();
            ScenarioFile file = ScenarioFile.Of("f.yaml", damaged);
            longest = Stopwatch.GetElapsedTime(began) is var lasted && lasted > longest ? lasted : longest;
            Assert.Equal(file.Scenario is null, file.Errors.Count > 0);
            Assert.All(file.Errors, error => Assert.Matches(@"\Af\.yaml:[1-9][0-9]*:[1-9][0-9]*: [^\p{Cc}]+\z", error));
            wrong += file.Scenario is null ? 1 : 0;
        }

        Assert.InRange(wrong, 3_000, 5_990);
        Assert.True(longest < TimeSpan.FromSeconds(5), $"one took {longest}");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("a: ")]
    [InlineData("? ")]
    [InlineData("!")]
    [InlineData("\"")]
    [InlineData("&a ")]
    [InlineData("a:\n")]
    [InlineData("#\n")]
    [InlineData("{a: [")]
    [InlineData("a,")]
    [InlineData("'' ")]
    [InlineData("|\n ")]
    public void A_megabyte_of_the_same_is_told_in_time(string one)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(one, 1_000_000 / one.Length)));
        long began = Stopwatch.GetTimestamp();
        Assert.NotEmpty(ScenarioFile.Of("f", bytes).Errors);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void What_the_reader_takes_of_damaged_files_runs_without_a_defect()
    {
        Random random = new(7);
        string good = GoodFile.Text.Replace("limit: 40 min", "limit: 40 min\n# end", StringComparison.Ordinal);
        int ran = 0;
        for (int i = 0; ran < 25 && i < 20_000; i++)
        {
            ScenarioFile file = ScenarioFile.Of("f.yaml", Damage(Encoding.UTF8.GetBytes(good), random));
            if (file.Scenario is { } scenario)
            {
                ran++;
                using ScenarioFolder folder = new();
                RunOptions options = new()
                {
                    Timeout = TimeSpan.FromMilliseconds(1), Record = folder.PathOf("f.swrec"),
                };
                RunOutcome outcome = new RunBatch(options).Run([scenario])[0];
                Assert.True(outcome.Result is not null, outcome.Defect);
            }
        }

        Assert.Equal(25, ran);
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        List<byte> bytes = [.. good];
        int times = random.Next(1, 5);
        for (int i = 0; i < times && bytes.Count > 0; i++)
        {
            int at = random.Next(bytes.Count);
            int count = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, count);
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, count));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    Replace(bytes, random);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A value of some line becomes another word.</summary>
    private static void Replace(List<byte> bytes, Random random)
    {
        int start = bytes.IndexOf((byte)':', random.Next(bytes.Count));
        int end = start < 0 ? -1 : bytes.FindIndex(start, one => one is (byte)'\n' or (byte)',');
        if (end > start)
        {
            bytes.RemoveRange(start + 1, end - start - 1);
            bytes.InsertRange(start + 1, Encoding.UTF8.GetBytes(" " + Tokens[random.Next(Tokens.Length)]));
        }
    }
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using Facts = SwapEdge.Firmware.Fact;

namespace SwapEdge.Tests.Firmware;

/// <summary>The words in the tables of firmware, firmware/*.csv.</summary>
public sealed class FaultWordsTests
{
    public static IEnumerable<SwapProfile> Profiles =>
    [
        TopLiftTruck.Profile(), TopLiftTruck.WithPacks(3), BottomSwapCar.Profile(), BatteryCabinet.Profile(),
        WheelLoader.Profile(), PortTractor.Profile(),
    ];

    [Fact]
    public void Every_fault_has_one_row_of_words_and_no_row_is_of_no_fault() => Assert.Equal(
        Enum.GetValues<Fault>().Where(fault => fault != Fault.None).Select(fault => ((int)fault, $"{fault}")),
        FaultWords.Faults.Select(words => ((int)words.Fault, words.Name)));

    [Fact]
    public void Every_phase_has_one_row_of_words_and_no_row_is_of_no_phase() => Assert.Equal(
        Enum.GetValues<Phase>().Select(phase => ((int)phase, $"{phase}")),
        FaultWords.Phases.Select(name => ((int)name.Phase, name.Name)));

    [Fact]
    public void Every_fault_says_what_was_seen_and_what_to_do_in_both_languages()
    {
        Assert.All(FaultWords.Faults, words =>
        {
            AssertEnglish(words.Seen);
            AssertEnglish(words.Do);
            AssertChinese(words.SeenZh);
            AssertChinese(words.DoZh);
        });
        Assert.All(FaultWords.Phases, name => Assert.True(name.Words.All(char.IsAscii) && name.WordsZh.Any(IsChinese)));
    }

    [Fact]
    public void Every_warning_of_a_lane_or_node_and_every_finding_has_one_row_of_words_and_no_row_is_of_none()
    {
        Assert.Equal(
            Enum.GetValues<NodeWarning>().Where(code => code != NodeWarning.None)
                .Select(code => ((int)code, $"{code}")),
            FaultWords.NodeWarnings.Select(text => (text.Number, text.Name)));
        Assert.Equal(
            Enum.GetValues<LaneWarning>().Where(code => code != LaneWarning.None)
                .Select(code => ((int)code, $"{code}")),
            FaultWords.LaneWarnings.Select(text => (text.Number, text.Name)));
        Assert.Equal(
            Enum.GetValues<PackFinding>().Where(code => code != PackFinding.None)
                .Select(code => ((int)code, $"{code}")),
            FaultWords.Findings.Select(text => (text.Number, text.Name)));
    }

    [Fact]
    public void Every_warning_and_finding_says_what_was_seen_and_what_to_do_in_both_languages()
    {
        NoticeText[] all = [.. FaultWords.LaneWarnings, .. FaultWords.NodeWarnings, .. FaultWords.Findings];
        Assert.All(all, text =>
        {
            AssertEnglish(text.Seen);
            AssertEnglish(text.Do);
            AssertChinese(text.SeenZh);
            AssertChinese(text.DoZh);
            Assert.Equal(text.Seen.Contains("{value}"), text.SeenZh.Contains("{value}"));
            NoticeText filled = text.For(5);
            Assert.DoesNotContain(
                filled.Seen + filled.Do + filled.SeenZh + filled.DoZh, letter => letter is '{' or '}');
        });
        Assert.Distinct(all.Select(text => text.Seen));
        Assert.Distinct(all.Select(text => text.SeenZh));
    }

    [Fact]
    public void A_stuck_sensor_is_told_with_its_name_and_a_slow_lock_with_its_time()
    {
        Assert.StartsWith("The sensor \"hoist pin seated\" has",
            FaultWords.Of(LaneWarning.SensorStuck, (int)LaneSensor.HoistPinSeated)?.Seen, StringComparison.Ordinal);
        Assert.StartsWith("The sensor lock point 3 closed has",
            FaultWords.Of(LaneWarning.SensorStuck, (int)LaneSensor.LockClosed + 2)?.Seen, StringComparison.Ordinal);
        Assert.StartsWith("The lock took 7200 ms to close",
            FaultWords.Of(LaneWarning.LockSlow, 7200)?.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_ends_is_told_with_its_days() => Assert.StartsWith(
        "The certificate of this node ends in 7 days", FaultWords.Of(NodeWarning.CertificateEnds, 7)?.Seen,
        StringComparison.Ordinal);

    [Fact]
    public void No_two_faults_or_phases_have_the_same_words()
    {
        Assert.Distinct(FaultWords.Faults.Select(words => words.Seen));
        Assert.Distinct(FaultWords.Faults.Select(words => words.SeenZh));
        Assert.Distinct(FaultWords.Phases.Select(name => name.Words));
        Assert.Distinct(FaultWords.Phases.Select(name => name.WordsZh));
    }

    [Fact]
    public void A_limit_is_named_only_where_every_way_to_the_fault_has_one()
    {
        foreach (SwapTable table in Profiles.Select(profile => new SwapTable(profile)))
        {
            IEnumerable<Fault> atOnce = table.Rows
                .Where(row => !row.Require.HasFlag(Facts.PhaseExpired)).Select(row => row.Fault)
                .Concat(SwapCauses.All.Select(cause => cause.Fault));
            Assert.DoesNotContain(
                FaultWords.Faults.Where(words => Placeholders(words) > 0), words => atOnce.Contains(words.Fault));
        }
    }

    [Fact]
    public void Both_languages_name_limit_and_tries_alike_and_filled_in_nothing_is_left_open() => Assert.All(
        FaultWords.Faults, words =>
        {
            Assert.Equal(words.Seen.Contains("{limit}"), words.SeenZh.Contains("{limit}"));
            Assert.Equal(words.Seen.Contains("{tries}"), words.SeenZh.Contains("{tries}"));
            Assert.Equal(0, Placeholders(words.For(10_000, 3)));
        });

    [Fact]
    public void A_lock_that_does_not_open_is_told_with_its_limit_and_its_tries()
    {
        FaultText words = Assert.IsType<FaultText>(FaultWords.Of(Fault.UnlockTimeout)).For(10_000, 3);
        Assert.Equal("The lock did not reach its open end within 10 s; tried 3×.", words.Seen);
        Assert.Equal("锁在10秒内未到达开位；已尝试3次。", words.SeenZh);
    }

    private static int Placeholders(FaultText words) =>
        $"{words.Seen}{words.Do}{words.SeenZh}{words.DoZh}".Count(letter => letter is '{' or '}');

    private static void AssertEnglish(string text)
    {
        Assert.InRange(text.Length, 20, 300);
        Assert.True(text.All(letter => letter is < (char)0x7F or '×') && text[^1] == '.', text);
    }

    private static void AssertChinese(string text)
    {
        Assert.InRange(text.Length, 8, 150);
        Assert.True(text.Any(IsChinese) && text[^1] == '。' && !text.Contains(','), text);
    }

    private static bool IsChinese(char letter) => letter is >= '\u4e00' and <= '\u9fff';
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// From the contact of a smoke detector to the broker, by the whole firmware of a bay node in virtual time; and how
/// long a full journal takes to reach the city. The numbers are printed.
/// </summary>
public sealed class AlarmLatencyTests(ITestOutputHelper output)
{
    private const int JournalBytes = 3 * 1024 * 1024;

    [Theory]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(600)]
    public void An_alarm_reaches_the_broker_within_two_passes_and_half_a_round_trip(int roundTripMs)
    {
        DistantCity city = new(roundTripMs);
        BayRig rig = Rig(city, new MemoryStore(JournalBytes));
        Until(rig, city, () => city.City.Events > 0);
        Run(rig, city, 10_000);
        long latencyMs = AlarmMs(rig, city);
        output.WriteLine($"online, round trip {roundTripMs} ms: alarm at the broker after {latencyMs} ms");
        Assert.InRange(latencyMs, 1, 100 + (roundTripMs / 2));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(600)]
    public void An_alarm_after_an_outage_overtakes_a_full_journal_which_then_reaches_the_city(int roundTripMs)
    {
        MemoryStore store = new(JournalBytes);
        int stored = Fill(store);
        DistantCity city = new(roundTripMs) { Away = true };
        BayRig rig = Rig(city, store);
        Run(rig, city, 120_000);

        // Raised while nothing can be stored any more: it has to wait until the city has the oldest segment.
        rig.Inputs[0].SmokeLoopClosed = false;
        Run(rig, city, 10_000);
        city.Away = false;
        Until(rig, city, () => city.Arrived.Count > 0);
        long backMs = rig.NowMs;
        Until(rig, city, () => city.Arrived.Any(message => message.Leaf == "alarm"));
        long inOutageMs = city.Arrived.First(message => message.Leaf == "alarm").AtMs - backMs;

        rig.Inputs[0].SmokeLoopClosed = true;
        Run(rig, city, 5_000);
        city.Arrived.RemoveAll(message => message.Leaf == "alarm");
        long behindMs = AlarmMs(rig, city);
        Assert.InRange(city.City.Events, 1, stored - 1000);
        Until(rig, city, () => city.City.Events >= stored);
        long caughtUpMs = rig.NowMs - backMs;
        output.WriteLine($"after an outage, journal full with {stored} events, round trip {roundTripMs} ms: alarm of "
            + $"now at the broker after {behindMs} ms; one of the outage that found the journal full {inOutageMs} ms "
            + $"after the connection; all at the city after {caughtUpMs / 1000} s");
        Assert.InRange(behindMs, 1, 100 + (roundTripMs / 2));
        Assert.InRange(inOutageMs, 1, 60_000);
        Assert.Equal((0, 0), ((int)city.City.Duplicated, (int)city.City.Refused));
    }

    private static BayRig Rig(DistantCity city, IStore store)
    {
        BayRig rig = new() { Disk = store, Line = city };
        rig.Restart();
        return rig;
    }

    /// <summary>Until the journal takes no more; how many it took.</summary>
    private static int Fill(MemoryStore store)
    {
        int stored = 0;
        foreach (int batch in (int[])[20, 1])
        {
            // What was refused stays in memory: the last places are taken one by one by another start.
            Journal journal = new(store, new KeyedMac(new byte[32]), new JournalSettings());
            journal.Open(new CountingRandom());
            do
            {
                for (int i = 0; i < batch; i++)
                {
                    journal.Add(Warning());
                }
            }
            while (journal.Commit());
            stored = (int)journal.LastStored;
        }

        return stored;
    }

    private static EventRecord Warning()
    {
        EventRecord record = new()
        {
            Kind = EventKind.WarningRaised, Boot = 1, UptimeMs = 1, UtcMs = 1_790_000_000_000,
            TimeQuality = TimeQuality.Sntp, Bay = 1, Value = 61, Warning = (int)PackWarning.OverTemperature, Level = 2,
            PackCodeLength = 24,
        };
        "08BPE010123456CB3A000123"u8.CopyTo(record.PackCode);
        return record;
    }

    private static long AlarmMs(BayRig rig, DistantCity city)
    {
        long nowMs = rig.NowMs;
        rig.Inputs[1].SmokeLoopClosed = false;
        Until(rig, city, () => city.Arrived.Any(message => message.Leaf == "alarm"));
        rig.Inputs[1].SmokeLoopClosed = true;
        return city.Arrived.First(message => message.Leaf == "alarm").AtMs - nowMs;
    }

    private static void Run(BayRig rig, DistantCity city, long forMs)
    {
        long untilMs = rig.NowMs + forMs;
        Until(rig, city, () => rig.NowMs >= untilMs);
    }

    private static void Until(BayRig rig, DistantCity city, Func<bool> condition)
    {
        for (int passes = 0; !condition(); passes++)
        {
            Assert.InRange(passes, 0, 500_000);
            city.Advance(rig.NowMs + 50);
            rig.Pass();
        }
    }
}

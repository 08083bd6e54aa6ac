using System;
using nanoFramework.TestFramework;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.DeviceTests
{
    /// <summary>Uptime across the runtime's wrap, and civil time over a restart.</summary>
    [TestClass]
    public static class ClockTests
    {
        private const long UtcMs = 1790000000000;

        [TestMethod]
        public static void The_runtimes_count_of_milliseconds_never_goes_back()
        {
            long last = Environment.TickCount64;
            for (int i = 0; i < 1000; i++)
            {
                long now = Environment.TickCount64;
                Assert.IsTrue(now >= last, "it went back");
                last = now;
            }
        }

        [TestMethod]
        public static void Uptime_goes_on_when_the_runtime_begins_again()
        {
            const long TurnMs = 10L << 32;
            Uptime uptime = new Uptime();
            Assert.AreEqual(TurnMs - 10, uptime.Extend(TurnMs - 10));
            Assert.AreEqual(TurnMs + 40, uptime.Extend(40));
            Assert.AreEqual((2 * TurnMs) + 30, uptime.Extend(30));
        }

        [TestMethod]
        public static void Time_is_unknown_until_somebody_tells_it()
        {
            FixedClock clock = new FixedClock();
            clock.Quality = TimeQuality.Unknown;
            CivilTime time = Opened(clock, new MemoryStore(), 0);
            Assert.AreEqual((int)TimeQuality.Unknown, (int)time.UtcQuality);
        }

        [TestMethod]
        public static void Time_of_the_board_is_kept_over_a_restart_and_runs_on_with_the_uptime()
        {
            MemoryStore store = new MemoryStore();
            FixedClock clock = new FixedClock();
            CivilTime time = Opened(clock, store, 1000);
            Assert.AreEqual((int)TimeQuality.Sntp, (int)time.UtcQuality);
            Assert.AreEqual(UtcMs, time.UtcMs);

            clock.Quality = TimeQuality.Unknown;
            CivilTime held = Opened(clock, store, 200);
            Assert.AreEqual((int)TimeQuality.Held, (int)held.UtcQuality);
            Assert.AreEqual(UtcMs, held.UtcMs);
        }

        private static CivilTime Opened(FixedClock clock, MemoryStore store, long nowMs)
        {
            Journal journal = new Journal(store, new SumMac(), new JournalSettings());
            journal.Open(new CountingRandom());
            CivilTime time = new CivilTime(clock, store);
            time.Open(journal, nowMs);
            return time;
        }
    }
}

using nanoFramework.TestFramework;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.DeviceTests
{
    /// <summary>The journal on a store in memory: what is promised over restarts, torn appends and damage.</summary>
    [TestClass]
    public static class JournalTests
    {
        [TestMethod]
        public static void An_event_can_be_read_only_after_it_is_stored()
        {
            Journal journal = Open(new MemoryStore());
            Assert.IsTrue(journal.Add(Event(1)));
            Assert.AreEqual(0, journal.Read(1, new byte[Journal.RecordRoom]));
            Assert.IsTrue(journal.Commit());
            Assert.AreEqual(1, ValueOf(journal, 1));
        }

        [TestMethod]
        public static void Sequence_and_identity_go_on_after_a_restart_and_the_boot_is_counted()
        {
            MemoryStore store = new MemoryStore();
            Journal first = Open(store);
            Fill(first, 5);
            Journal second = Open(store);
            Assert.AreEqual(first.Identity, second.Identity);
            Assert.AreEqual(5UL, second.LastStored);
            Assert.AreEqual(6UL, second.NextSequence);
            Assert.AreEqual(first.Boot + 1, second.Boot);
            Assert.AreEqual(5, ValueOf(second, 5));
        }

        [TestMethod]
        public static void What_is_stored_is_the_same_bytes_on_every_runtime()
        {
            MemoryStore store = new MemoryStore();
            Journal journal = Open(store);
            Fill(journal, 20);
            uint crc = 0;
            byte[] bytes = new byte[store.Length("ev-1")];
            store.Read("ev-1", 0, bytes, 0, bytes.Length);
            crc = Crc32.Extend(crc, bytes, 0, bytes.Length);
            OutputHelper.WriteLine(bytes.Length.ToString() + " bytes; crc " + Hex.Text(crc));
            Assert.AreEqual(store.Used(), bytes.Length);
        }

        [TestMethod]
        public static void Power_lost_inside_an_append_loses_nothing_that_was_stored_before()
        {
            MemoryStore whole = new MemoryStore();
            Fill(Open(whole), 3);
            int cuts = 0;
            for (int cut = 1; cut < whole.Used(); cut += 3)
            {
                MemoryStore store = new MemoryStore();
                store.BytesLeft = cut;
                Journal journal = Open(store);
                ulong durable = 0;
                for (int value = 1; value <= 3; value++)
                {
                    journal.Add(Event(value));
                    durable = journal.Commit() ? (ulong)value : durable;
                }

                store.BytesLeft = MemoryStore.Unlimited;
                Journal again = Open(store);
                Assert.IsTrue(again.LastStored >= durable && again.LastStored <= 3, "cut " + cut.ToString());
                for (ulong sequence = 1; sequence <= again.LastStored; sequence++)
                {
                    Assert.AreEqual((int)sequence, ValueOf(again, sequence));
                }

                cuts++;
            }

            Assert.IsTrue(cuts > 40, cuts.ToString() + " cuts");
        }

        [TestMethod]
        public static void A_damaged_byte_is_noticed_and_never_read_as_an_event()
        {
            MemoryStore store = new MemoryStore();
            Journal journal = Open(store);
            Fill(journal, 3);
            store.Damage("ev-1", 3, 0x10);
            Assert.AreEqual(-1, journal.Read(3, new byte[Journal.RecordRoom]));
            Assert.AreEqual(1u, journal.DamagedRecords);
            Assert.AreEqual(2, ValueOf(journal, 2));
        }

        [TestMethod]
        public static void The_watermark_survives_a_restart_once_it_is_kept()
        {
            MemoryStore store = new MemoryStore();
            Journal journal = Open(store);
            Fill(journal, 5);
            journal.Acknowledge(9);
            Assert.AreEqual(0UL, journal.AcknowledgedThrough);
            journal.Acknowledge(4);
            Assert.IsTrue(journal.KeepWatermark());
            Assert.AreEqual(4UL, Open(store).AcknowledgedThrough);
        }

        private static Journal Open(MemoryStore store)
        {
            JournalSettings settings = new JournalSettings();
            settings.SegmentBytes = 2048;
            settings.CapacityBytes = 16 * 1024;
            settings.Segments = 8;
            settings.PendingBytes = 1024;
            Assert.IsTrue(settings.Check() == SettingsFlaw.None);
            Journal journal = new Journal(store, new SumMac(), settings);
            journal.Open(new CountingRandom());
            return journal;
        }

        private static void Fill(Journal journal, int count)
        {
            for (int value = 1; value <= count; value++)
            {
                Assert.IsTrue(journal.Add(Event(value)));
                Assert.IsTrue(journal.Commit());
            }
        }

        private static EventRecord Event(int value)
        {
            EventRecord record = new EventRecord();
            record.Kind = EventKind.Audit;
            record.Boot = 1;
            record.UptimeMs = value;
            return record;
        }

        private static int ValueOf(Journal journal, ulong sequence)
        {
            EventRecord record = new EventRecord();
            Assert.IsTrue(journal.Find(sequence, record));
            Assert.AreEqual(sequence, record.Sequence);
            return (int)record.UptimeMs;
        }
    }
}

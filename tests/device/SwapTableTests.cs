using nanoFramework.TestFramework;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.DeviceTests
{
    /// <summary>
    /// The table as the device makes it, and the step that reads it. What a walk says is the same on the desk: the
    /// two are compared where both can be run.
    /// </summary>
    [TestClass]
    public static class SwapTableTests
    {
        private const Fact Interference = SwapCauses.Emergencies | SwapCauses.Aborts | Fact.SafetyChainOpen
            | Fact.LockContradicts | Fact.LockImplausible | Fact.LockSignalLost | Fact.SensorsContradict
            | Fact.VehicleUnprepared | Fact.RelayWelded | Fact.BaySilent;

        private static readonly byte[] Eight = new byte[8];

        private static ulong _seed;

        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(2)]
        [DataRow(3)]
        [DataRow(4)]
        [DataRow(5)]
        public static void Two_rows_of_a_phase_never_overlap(int profile)
        {
            Row[] rows = TableOf(profile).Rows;
            for (int i = 0; i < rows.Length; i++)
            {
                for (int j = i + 1; j < rows.Length; j++)
                {
                    bool disjoint = rows[i].From != rows[j].From
                        || (rows[i].Require & rows[j].Forbid) != Fact.None
                        || (rows[j].Require & rows[i].Forbid) != Fact.None;
                    Assert.IsTrue(disjoint, i.ToString() + " and " + j.ToString());
                }
            }
        }

        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(2)]
        [DataRow(3)]
        [DataRow(4)]
        [DataRow(5)]
        public static void Every_row_is_found_by_the_facts_it_requires(int profile)
        {
            SwapTable table = TableOf(profile);
            for (int i = 0; i < table.Rows.Length; i++)
            {
                Assert.AreEqual(i, table.Find(table.Rows[i].From, table.Rows[i].Require));
            }
        }

        [TestMethod]
        public static void Every_phase_has_its_outputs_and_a_moving_one_gives_no_drive_before_it_is_stored()
        {
            SwapTable table = TableOf(0);
            Assert.AreEqual(SwapTable.Phases, table.Drives.Length);
            SwapState now = new SwapState();
            SwapState next = new SwapState();
            SwapOutput output = new SwapOutput();
            now.Phase = Phase.Unlocking;
            SwapMachine.Step(table, now, Interlocks.Of(Phase.Unlocking), 50, next, output);
            Assert.AreEqual((int)Phase.Unlocking, (int)next.Phase);
            Assert.AreEqual(0, (int)(output.Drives & Drive.Motion));
            SwapMachine.Step(table, now, Interlocks.Of(Phase.Unlocking) | Fact.PhaseCommitted, 50, next, output);
            Assert.AreEqual((int)Drive.Unlock, (int)(output.Drives & Drive.Motion));
        }

        [TestMethod]
        public static void An_abort_takes_the_drives_away_at_once_and_holds_the_swap()
        {
            SwapTable table = TableOf(0);
            SwapState now = new SwapState();
            SwapState next = new SwapState();
            SwapOutput output = new SwapOutput();
            now.Phase = Phase.Unlocking;
            Fact seen = Interlocks.Of(Phase.Unlocking) | Fact.PhaseCommitted | Fact.AbortPressed;
            SwapMachine.Step(table, now, seen, 50, next, output);
            Assert.AreEqual((int)Phase.Held, (int)next.Phase);
            Assert.AreEqual((int)Fault.AbortPressed, (int)next.Fault);
            Assert.IsTrue(next.Aborted);
            Assert.AreEqual(0, (int)(output.Drives & Drive.Motion));
        }

        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(2)]
        [DataRow(3)]
        [DataRow(4)]
        [DataRow(5)]
        public static void A_walk_through_a_table_never_leaves_it(int profile)
        {
            SwapTable table = TableOf(profile);
            uint crc = CrcOf(table);
            _seed = 88172645463325252UL + (ulong)profile;
            SwapState now = new SwapState();
            SwapState next = new SwapState();
            SwapOutput output = new SwapOutput();
            long nowMs = 0;
            int moved = 0;
            for (int i = 0; i < 1000; i++)
            {
                nowMs += 50 + (long)(Next() % 20000);
                SwapMachine.Step(table, now, Facts(table, now.Phase, i), nowMs, next, output);
                Assert.IsTrue((int)next.Phase < SwapTable.Phases && next.EnteredMs <= nowMs, "step " + i.ToString());
                crc = Extend(crc, (ulong)next.Phase | ((ulong)next.Fault << 8) | ((ulong)(uint)output.Drives << 32));
                crc = Extend(crc, (ulong)output.Seen);
                moved += output.Row >= 0 ? 1 : 0;
                SwapState spare = now;
                now = next;
                next = spare;
            }

            Assert.IsTrue(moved > 300, moved.ToString() + " steps moved");
            OutputHelper.WriteLine(
                table.Rows.Length.ToString() + " rows; " + moved.ToString() + " steps moved; crc " + Hex.Text(crc));
        }

        private static SwapTable TableOf(int profile)
        {
            return new SwapTable(ProfileOf(profile));
        }

        private static SwapProfile ProfileOf(int index)
        {
            switch (index)
            {
                case 0: return TopLiftTruck.Profile();
                case 1: return TopLiftTruck.WithPacks(3);
                case 2: return BottomSwapCar.Profile();
                case 3: return BatteryCabinet.Profile();
                case 4: return WheelLoader.Profile();
                default: return PortTractor.Profile();
            }
        }

        /// <summary>Drawn facts; every other time those that some row of the phase wants.</summary>
        private static Fact Facts(SwapTable table, Phase phase, int step)
        {
            Fact seen = (Fact)(Next() & Next());
            int rows = table.RowsOf(phase);
            if ((step & 1) != 0 || rows == 0)
            {
                return seen;
            }

            int at = 0;
            while (table.Rows[at].From != phase)
            {
                at++;
            }

            Row row = table.Rows[at + (int)(Next() % (ulong)rows)];
            seen = (seen | row.Require) & ~row.Forbid;
            return (Next() & 3) == 0 ? seen : seen & ~Interference;
        }

        private static ulong Next()
        {
            _seed ^= _seed << 13;
            _seed ^= _seed >> 7;
            _seed ^= _seed << 17;
            return _seed;
        }

        private static uint CrcOf(SwapTable table)
        {
            uint crc = 0;
            foreach (Row row in table.Rows)
            {
                crc = Extend(crc, (ulong)row.From | ((ulong)row.To << 8) | ((ulong)row.Fault << 16));
                crc = Extend(crc, (ulong)row.Require);
                crc = Extend(crc, (ulong)row.Forbid);
            }

            for (int i = 0; i < SwapTable.Phases; i++)
            {
                crc = Extend(crc, (ulong)table.LimitMs[i]);
                crc = Extend(crc, (ulong)(uint)table.Drives[i]);
            }

            return crc;
        }

        private static uint Extend(uint crc, ulong value)
        {
            Bytes.WriteUInt64(Eight, 0, value);
            return Crc32.Extend(crc, Eight, 0, 8);
        }
    }
}

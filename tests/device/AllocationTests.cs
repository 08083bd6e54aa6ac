using nanoFramework.Runtime.Native;
using nanoFramework.TestFramework;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.DeviceTests
{
    /// <summary>
    /// What runs in every pass leaves the heap as it found it. The device tells free memory after a collection, so
    /// what shows there is what stays; the desk's stand-in counts every object made.
    /// </summary>
    [TestClass]
    public static class AllocationTests
    {
        private const int Passes = 1000;

        /// <summary>What the device's own measure varies by; an object a pass would be a hundred times that.</summary>
        private const int NoiseBytes = 100;

        [TestMethod]
        public static void The_measure_sees_an_array_that_stays()
        {
            uint before = GC.Run(true);
            byte[] kept = new byte[4096];
            uint after = GC.Run(true);
            int taken = (int)(before - after);
            Assert.IsTrue(taken > kept.Length / 2 && taken < 2 * kept.Length, taken.ToString());
        }

        [TestMethod]
        public static void A_thousand_steps_of_the_machine_leave_the_heap_as_it_was()
        {
            SwapTable table = new SwapTable(TopLiftTruck.Profile());
            SwapState now = new SwapState();
            SwapState next = new SwapState();
            SwapOutput output = new SwapOutput();
            uint before = 0;
            for (int i = -10; i < Passes; i++)
            {
                before = i == 0 ? GC.Run(true) : before;
                Fact seen = (i & 1) == 0 ? Fact.VehiclePresent | Fact.FireDetected : Fact.KeySwitchOn | Fact.Confirmed;
                SwapMachine.Step(table, now, seen, 50 * (i + 11), next, output);
                SwapState spare = now;
                now = next;
                next = spare;
            }

            AssertUnchanged(before, GC.Run(true));
        }

        [TestMethod]
        public static void A_thousand_frames_decoded_and_encoded_leave_the_heap_as_it_was()
        {
            CanFrame frame = new CanFrame();
            BayStatusFrame bay = new BayStatusFrame();
            bay.Bay = 1;
            byte[] line = new byte[Slcan.MaxLine];
            SlcanReader reader = new SlcanReader();
            bool well = true;
            uint before = 0;
            for (int i = -10; i < Passes; i++)
            {
                before = i == 0 ? GC.Run(true) : before;
                bay.Life = i & 0xFF;
                well = well && bay.Write(frame);
                int length = Slcan.WriteFrame(frame, false, -1, line, 0);
                reader.Accept(line, 0, length, i);
                well = well && bay.Read(reader.Frame) == DecodeResult.Ok;
            }

            AssertUnchanged(before, GC.Run(true));
            Assert.IsTrue(well);
        }

        [TestMethod]
        public static void A_thousand_passes_of_a_node_with_two_bays_leave_the_heap_as_it_was()
        {
            EmptyBays pins = new EmptyBays();
            MemoryStore store = new MemoryStore();
            Node node = NodeOf(pins, store);
            node.Start(0);
            long nowMs = 0;
            uint before = 0;
            int appends = 0;

            // It listens to the bus at first, and then tells of the bays.
            for (int i = -200; i < Passes; i++)
            {
                if (i == 0)
                {
                    before = GC.Run(true);
                    appends = store.Appends;
                }

                nowMs += 50;
                node.Pass(nowMs);
            }

            AssertUnchanged(before, GC.Run(true));
            Assert.AreEqual(appends, store.Appends, "these passes had something to store");
            Assert.AreEqual(Passes + 200, pins.Beats);
        }

        /// <summary>Both are measured by the test itself: a call takes memory of the same heap.</summary>
        private static void AssertUnchanged(uint before, uint after)
        {
            int taken = (int)(before - after);
            Assert.IsTrue(taken > -NoiseBytes && taken < NoiseBytes, taken.ToString());
        }

        private static Node NodeOf(EmptyBays pins, MemoryStore store)
        {
            NodeSettings settings = new NodeSettings();
            settings.City = "linfen";
            settings.Station = "station-1";
            settings.Node = "bays-1";
            settings.LinkAddress = 0x90;
            settings.Bays = new int[] { 1, 2 };
            settings.Interfaces = new int[] { 1, 1 };
            Assert.IsTrue(settings.Check() == 0);
            BayPorts ports = new BayPorts();
            ports.Clock = new FixedClock();
            ports.Random = new CountingRandom();
            ports.Mac = new SumMac();
            ports.Restart = pins;
            ports.Uplink = new DownUplink();
            ports.Heartbeat = pins;
            ports.Store = store;
            ports.Bays = pins;
            ports.Link = new QuietBus();
            ports.ChargerBuses = new ICanBus[] { new QuietBus(), new QuietBus() };
            return new Node(settings, ports);
        }
    }
}

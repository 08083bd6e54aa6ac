using System.Text;
using SwapEdge.Boards;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static System.FormattableString;

namespace SwapEdge.Tests.Boards;

/// <summary>
/// What a late reader loses, in the simulator. The tables in boards/README.md are these; with UPDATE_DOCS=1 they are
/// written.
/// </summary>
public sealed class BusLossTests(ITestOutputHelper output)
{
    /// <summary>A 29-bit frame of eight bytes without a stuff bit at 250 kbit/s, with the gap: a full bus.</summary>
    private const double FrameMs = 131 / 250.0;
    private const double RunMs = 60_000;

    private static readonly int[] Lateness = [10, 20, 30];

    [Fact]
    public void The_tables_of_losses_on_the_page_are_what_the_simulator_says()
    {
        StringBuilder text = new();
        text.Append("| reader comes every | all frames: lost | overflows told | lock frame only: lost |");
        text.Append(" SLCAN, buffer of 256 | 1,024 | 4,096 bytes |\n|---|---|---|---|---|---|---|\n");
        foreach (int lateMs in Lateness)
        {
            Loss all = FullBus(lateMs, 0);
            Loss locks = FullBus(lateMs, Mcp2515Setup.Exactly);
            string[] slcan = [.. new[] { 256, 1024, 4096 }.Select(room => Percent(Slcan(lateMs, room)))];
            text.Append($"| {lateMs} ms | {Percent(all)} | {all.Told:N0} | {locks.Lost} of {locks.Sent} |");
            text.Append($" {string.Join(" | ", slcan)} |\n");

            // One may have come during the last visit.
            Assert.InRange(all.Flagged - all.Told, 0, 1);
            Assert.Equal(0, locks.Lost);
        }

        text.Append('\n').Append(LinkTable());
        output.WriteLine(text.ToString());
        CheckPage(text.ToString());
    }

    private static string LinkTable()
    {
        List<CanFrame> inStep = StationLinkOfASwap();
        StringBuilder text = new();
        text.Append("| reader comes every | lane, nodes in step | gap | lane, nodes apart | gap |");
        text.Append(" lane, spaced | gap | bays, spaced |\n|---|---|---|---|---|---|---|---|\n");
        foreach (int lateMs in Lateness)
        {
            Loss together = Link(Of(inStep, LinkGroups.OfLane), lateMs, LinkGroups.OfLane);
            Loss three = Link(Of(Paced(inStep, 3), LinkGroups.OfLane), lateMs, LinkGroups.OfLane);
            Loss one = Link(Of(Paced(inStep, 1), LinkGroups.OfLane), lateMs, LinkGroups.OfLane);
            Loss bays = Link(Of(Paced(inStep, 1), LinkGroups.OfBays), lateMs, LinkGroups.OfBays);
            text.Append($"| {lateMs} ms | {Percent(together)} | {together.GapMs} ms | {Percent(three)} |");
            text.Append($" {three.GapMs} ms | {Percent(one)} | {one.GapMs} ms | {Percent(bays)} |\n");
            Assert.Equal(0, bays.Lost);
        }

        return text.ToString();
    }

    /// <summary>A bus without a gap; each tenth of a second one of its frames is the lock's.</summary>
    private static Loss FullBus(int lateMs, uint care)
    {
        Mcp2515Rig rig = new(care, [LockFrame.Id], room: 4096);
        rig.Pump(2);
        Loss loss = new();
        double busMs = rig.NowMs;
        double lockMs = busMs;
        double nowMs = busMs;
        void Until(double ms)
        {
            for (; busMs + FrameMs <= ms; busMs += FrameMs)
            {
                bool locks = busMs >= lockMs;
                lockMs += locks ? LockFrame.PeriodMs : 0;
                loss.Sent += locks || care == 0 ? 1 : 0;
                rig.Hear(locks ? LockFrame.Id : PackSt1.Id, 1, 2, 3, 4, 5, 6, 7, 8);
            }
        }

        rig.Wire.Attach(new Delay(() => Until(nowMs += Delay.CallMs)));
        for (double endMs = nowMs + RunMs; nowMs < endMs;)
        {
            Until(nowMs += lateMs);
            rig.Driver.Pump((long)nowMs);
            loss.Received += Drain(rig.Driver, care == 0 ? null : LockFrame.Id);
        }

        rig.Driver.Pump((long)nowMs);
        loss.Received += Drain(rig.Driver, care == 0 ? null : LockFrame.Id);
        loss.Told = rig.Driver.Overflows;
        loss.Flagged = rig.Chip.Can.Flagged;
        Assert.InRange(loss.Lost - rig.Chip.Can.Dropped, 0, 2);
        return loss;
    }

    /// <summary>The same bus behind an adapter at 921,600 baud.</summary>
    private static Loss Slcan(int lateMs, int room)
    {
        Bench bench = new();
        SlcanAdapter adapter = new(bench.Serial("COM2"));
        SlcanBus bus;
        using (bench.Use())
        {
            bus = new SlcanBus("COM2", 921_600, room, SwapEdge.Protocol.Slcan.Rate250Kbit, true, 4096);
        }

        double nowMs = 0;
        while (!adapter.IsOpen || !bus.Health.Alive)
        {
            adapter.Advance(10);
            bus.Pump((long)(nowMs += 10));
        }

        Loss loss = new();
        double busMs = nowMs;
        CanFrame frame = Mcp2515Rig.Frame(PackSt1.Id, 1, 2, 3, 4, 5, 6, 7, 8);
        for (double endMs = nowMs + RunMs; nowMs < endMs;)
        {
            nowMs += lateMs;
            for (; busMs + FrameMs <= nowMs; busMs += FrameMs)
            {
                adapter.Hear(frame);
                adapter.Advance(FrameMs);
                loss.Sent++;
            }

            bus.Pump((long)nowMs);
            loss.Received += Drain(bus, PackSt1.Id);
        }

        // What is still in the adapter and the buffer is not lost.
        adapter.Advance(10);
        bus.Pump((long)nowMs);
        loss.Received += Drain(bus, PackSt1.Id);
        Assert.Equal(0, adapter.Lost);
        Assert.Equal(loss.Lost > 0, bus.Overflows > 0);
        return loss;
    }

    /// <summary>The station link of a whole swap as it was carried: all nodes of the simulator pass at once.</summary>
    private static List<CanFrame> StationLinkOfASwap()
    {
        using Station station = new(1);
        List<CanFrame> frames = [];
        station.World.StationLink.Tapped = frame => frames.Add(Copy(frame, frame.TimeMs));
        while (!station.CustomerGone)
        {
            station.Pass();
        }

        return frames;
    }

    /// <summary>
    /// The same frames when each node passes at its own time and its driver hands the chip so many a tick of 10 ms.
    /// </summary>
    private static List<CanFrame> Paced(List<CanFrame> frames, int aVisit)
    {
        int node = 0;
        List<CanFrame> paced = [];
        foreach (IGrouping<uint, CanFrame> sender in frames.GroupBy(frame => frame.Id & 0xFF))
        {
            // 50 ms of a pass divided among the nodes of a station, and ticks that are not in step either.
            long offsetMs = node++ * 7;
            long tickMs = 0;
            int sent = 0;
            foreach (CanFrame frame in sender)
            {
                long dueMs = frame.TimeMs / 10 * 10;
                bool later = dueMs > tickMs;
                tickMs = later ? dueMs : sent == aVisit ? tickMs + 10 : tickMs;
                sent = later || sent == aVisit ? 1 : sent + 1;
                paced.Add(Copy(frame, tickMs + offsetMs));
            }
        }

        return [.. paced.OrderBy(frame => frame.TimeMs)];
    }

    private static CanFrame Copy(CanFrame frame, long timeMs)
    {
        CanFrame copy = new();
        copy.CopyFrom(frame);
        copy.TimeMs = timeMs;
        return copy;
    }

    private static List<CanFrame> Of(List<CanFrame> frames, uint[] groups) =>
        [.. frames.Where(frame => groups.Contains(frame.Id & Mcp2515Setup.Group))];

    private static Loss Link(List<CanFrame> frames, int lateMs, uint[] groups)
    {
        Mcp2515Rig rig = new(Mcp2515Setup.Group, groups, room: 4096);
        rig.Pump(2);
        Loss loss = new() { Sent = frames.Count };
        Dictionary<int, long> heard = [];
        CanFrame got = new();
        BayStatusFrame status = new();
        int at = 0;
        double freeMs = 0;
        double nowMs = frames[0].TimeMs;
        void Until(double ms)
        {
            // One after the other, each as long as a frame takes.
            for (; at < frames.Count && Math.Max(freeMs, frames[at].TimeMs) + FrameMs <= ms; at++)
            {
                freeMs = Math.Max(freeMs, frames[at].TimeMs) + FrameMs;
                rig.Chip.Can.Hear(frames[at]);
            }
        }

        rig.Wire.Attach(new Delay(() => Until(nowMs += Delay.CallMs)));
        while (at < frames.Count)
        {
            Until(nowMs += lateMs);
            rig.Driver.Pump((long)nowMs);
            while (rig.Driver.Receive(got))
            {
                loss.Received++;
                if (status.Read(got) == DecodeResult.Ok)
                {
                    long before = heard.GetValueOrDefault(status.Bay, got.TimeMs);
                    loss.GapMs = Math.Max(loss.GapMs, got.TimeMs - before);
                    heard[status.Bay] = got.TimeMs;
                }
            }
        }

        return loss;
    }

    private static int Drain(SwapEdge.Firmware.ICanBus bus, uint? id)
    {
        CanFrame frame = new();
        int count = 0;
        while (bus.Receive(frame))
        {
            count += id is null || frame.Id == id ? 1 : 0;
        }

        return count;
    }

    private static string Percent(Loss loss) =>
        loss.Lost == 0 ? "0" : Invariant($"{loss.Lost:N0} of {loss.Sent:N0} ({100.0 * loss.Lost / loss.Sent:F1} %)");

    private static void CheckPage(string table)
    {
        string file = Path.Combine(Repository.Root, "boards", "README.md");
        string page = File.ReadAllText(file);
        const string Begin = "<!-- losses -->\n";
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = page.IndexOf("<!-- /losses -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, page[..from] + table + page[to..]);
            return;
        }

        Assert.Equal(table, page[from..to]);
    }

    private sealed class Loss
    {
        public int Sent { get; set; }

        public int Received { get; set; }

        /// <summary>Overflows that the driver counted.</summary>
        public int Told { get; set; }

        /// <summary>Times that an overflow flag of the chip went up.</summary>
        public int Flagged { get; set; }

        public long GapMs { get; set; }

        public int Lost => Sent - Received;
    }

    /// <summary>The time that a transfer takes a managed program, while the bus goes on.</summary>
    private sealed class Delay(Action pass) : ISpiChip
    {
        public const double CallMs = 0.3;

        public void SelectFalls()
        {
        }

        public byte? Exchange(byte received) => null;

        public void SelectRises() => pass();
    }
}

using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>What is recorded of a run is all that its firmware needs to do the same again.</summary>
public sealed class RecordReplayTests
{
    private static readonly Lazy<byte[]> Car = new(() => Recording.Of(Story.Car, 5, BoardChoice.Virtual));

    [Theory]
    [InlineData("truck-3", "own")]
    [InlineData("truck-3", "virtual")]
    [InlineData("car", "own")]
    [InlineData("cabinet", "own")]
    [InlineData("cabinet", "virtual")]
    [InlineData("loader", "esp32-s3")]
    public void A_run_is_replayed_bit_for_bit_without_its_world(string story, string boards)
    {
        byte[] record = Recording.Of(
            Story.All.First(one => one.Name == story), 3, BoardChoice.All.First(one => one.Name == boards));
        RecordReplay replay = Recording.Play(record);
        Assert.Null(replay.Difference);
        Assert.Equal(story == "cabinet" ? 1 : 3, replay.Nodes.Count);
        Assert.All(replay.Nodes, node => Assert.InRange(node.Outputs, 2 * node.Turns, long.MaxValue));
    }

    [Fact]
    public void Recording_changes_nothing_of_a_run()
    {
        using Station bare = new(5, story: Story.Car);
        using Station recorded = new(5, story: Story.Car);
        Assert.Null(Demonstration.Run(bare).Failure);
        Recording.Of(recorded, "virtual", () => Assert.Null(Demonstration.Run(recorded).Failure));
        Assert.Equal(Stored(bare), Stored(recorded));
    }

    [Fact]
    public void Two_runs_of_one_seed_leave_the_same_record_and_another_seed_another()
    {
        Assert.Equal(Car.Value, Recording.Of(Story.Car, 5, BoardChoice.Virtual));
        Assert.NotEqual(Car.Value, Recording.Of(Story.Car, 6, BoardChoice.Virtual));
    }

    [Theory]
    [InlineData("virtual")]
    [InlineData("own")]
    public void A_node_that_starts_anew_in_the_middle_is_replayed_over_its_start(string boards)
    {
        using Station station = new(2, boards: BoardChoice.All.First(one => one.Name == boards));
        byte[] record = Recording.Of(station, boards, () =>
        {
            Pass(station.Pass, 30_000);
            station.Nodes[1].RestartNow();
            station.Lane.RestartNow();
            Pass(station.Pass, 20_000);
        });
        RecordReplay replay = Recording.Play(record);
        Assert.Null(replay.Difference);
        Assert.Equal([2, 2, 1], replay.Nodes.OrderByDescending(node => node.Starts).Select(node => node.Starts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Power_that_fails_in_an_append_is_replayed_with_what_it_tore(int bytes)
    {
        Prng random = new(3);
        LifeStation station = new(LifePlan.Of(LifeKind.Truck, random.Fork()), random.Fork());
        using MemoryStream file = new();
        using RunRecorder recorder = new(file, new RecordHeader("chaos", 3));
        foreach (LifeNode node in station.Nodes)
        {
            node.Recorder = recorder.Add(node.Name);
        }

        LifeNode cut = station.BayNodes[1];
        Pass(station.Pass, 10_000);
        cut.Store.CutAfter = bytes;
        cut.Note(TurnKind.TakeOutOfService, 7);
        cut.Node!.TakeOutOfService(Issuer.City, 7, station.World.NowMs);
        Pass(station.Pass, 10_000);
        recorder.Complete();

        RecordReplay replay = Recording.Play(file.ToArray());
        Assert.Null(replay.Difference);
        Assert.Equal((1, 2), (cut.Store.Torn, cut.Starts));
        Assert.Equal(2, replay.Nodes.Single(node => node.Name == cut.Name).Starts);
    }

    [Theory]
    [InlineData("virtual")]
    [InlineData("own")]
    public void A_scenario_with_a_power_cut_a_silent_bus_and_a_new_board_is_replayed_without_its_file(string boards)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("record-");
        string scenario = Path.Combine(folder.FullName, "mishaps.yaml");
        string record = Path.Combine(folder.FullName, "mishaps.record");
        File.WriteAllText(scenario, """
            scenario: Power fails, a board is replaced, a bus is silent.
            claim: Its record is replayed.
            station: { kind: truck }
            happens:
              - { at: 20 s, do: power-cut, node: bays-1, for: 5 s }
              - { at: 40 s, do: replace, node: bays-2 }
              - { at: 95 s, do: bus-silent, bus: swap, for: 2 s }
            expect:
              - never: { phase: stopped }
            limit: 2 min
            """);
        CliRun.Of("run", scenario, "--board", boards, "--record", record);
        File.Delete(scenario);
        RecordReplay replay = Recording.Play(File.ReadAllBytes(record));
        folder.Delete(recursive: true);
        Assert.Null(replay.Difference);
        Assert.Equal([2, 2, 1], replay.Nodes.Select(node => node.Starts).OrderDescending());
    }

    [Fact]
    public void A_firmware_that_behaves_otherwise_is_found_in_the_pass_with_the_drives_and_the_phase()
    {
        bool aborted = false;
        RecordReplay replay = Recording.Play(Car.Value, (node, turn) =>
        {
            if (!aborted && turn.Kind == TurnKind.Pass && node.Node?.Role is Lane { Phase: Phase.Gripping } lane)
            {
                aborted = true;
                lane.AbortByCity();
            }
        });
        RecordDifference difference = replay.Difference!;
        Assert.Matches(@"^lane-1 at \d+\.\d{3} s \(start 1, pass \d+, \w+( \w+)*\)$", difference.Place);
        Assert.Equal("drives: grip, hold vehicle; pack 1", difference.Recorded);
        Assert.StartsWith("drives: ", difference.Now, StringComparison.Ordinal);
        Assert.DoesNotContain("grip", difference.Now, StringComparison.Ordinal);
    }

    [Fact]
    public void A_firmware_that_fails_is_a_difference_with_what_it_threw()
    {
        RecordReplay replay = Recording.Play(Car.Value, (node, turn) =>
        {
            if (turn.NowMs == 20_000)
            {
                throw new InvalidOperationException("a defect");
            }
        });
        Assert.StartsWith("lane-1 at 20.000 s (start 1, pass ", replay.Difference!.Place, StringComparison.Ordinal);
        Assert.Contains("the firmware fails: System.InvalidOperationException: a defect", replay.Difference.Now,
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_altered_letter_of_an_output_is_found()
    {
        byte[] altered = Recording.Alter(Car.Value, block => Recording.Replace(block, "online"u8, "onlinf"u8));
        RecordDifference difference = Recording.Play(altered).Difference!;
        Assert.Equal(
            ("publishes its state: onlinf", "publishes its state: online"), (difference.Recorded, difference.Now));
    }

    [Fact]
    public void One_altered_bit_of_an_append_is_found_with_its_byte()
    {
        // The node's journal begins with its magic; "SEJ2" is in no other output.
        byte[] altered = Recording.Alter(Car.Value, block => Recording.Replace(block, "SEJ2"u8, "SEJ3"u8));
        RecordDifference difference = Recording.Play(altered).Difference!;
        Assert.StartsWith("appends to ev-", difference.Recorded, StringComparison.Ordinal);
        Assert.Matches(@"^appends to ev-\d+, .*event 1: boot.*  \[byte \d+ of \d+: 33 then, 32 now\]$", difference.Now);
    }

    [Fact]
    public void No_key_is_in_a_record()
    {
        byte[] key = NodeKeys.Derive(5, "demo/car-1/lane-1");
        Assert.Throws<InvalidOperationException>(() =>
            Recording.Alter(Car.Value, block => block.AsSpan().IndexOf(key) >= 0));
        Assert.Throws<InvalidOperationException>(() => Recording.Alter(
            Car.Value, block => block.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexString(key))) >= 0));
    }

    private static List<string> Stored(Station station) =>
    [
        .. station.Nodes.SelectMany(node => node.Store.List().Order(StringComparer.Ordinal).Select(name =>
        {
            byte[] file = new byte[node.Store.Length(name)];
            node.Store.Read(name, 0, file, 0, file.Length);
            return $"{node.Name} {name} {Convert.ToHexString(file)}";
        })),
    ];

    private static void Pass(Action pass, int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += Station.PassMs)
        {
            pass();
        }
    }
}

using Microsoft.Data.Sqlite;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Telemetry;

/// <summary>What is sampled when, of a bay node with its packs, broker and store in the test's hands.</summary>
public sealed class TelemetryTests
{
    private TelemetryRig _rig = new();

    [Fact]
    public void Each_pack_is_told_under_its_own_serial_number_wherever_it_stands()
    {
        _rig.Put(2);
        _rig.Run(70);
        _rig.TakeOut(2);
        _rig.Run(5);
        _rig.Put(1);
        _rig.Run(70);
        DecodedBlock[] packs = [.. _rig.Stored().Where(block => block.Subject == TelemetrySubject.Pack)];
        Assert.Equal([(2L, 1002L), (2, 1002), (1, 1001)],
            packs.Select(block => (block.Bay, block.Serial)).Where(each => each.Serial != 0));
        Assert.All(packs, block => Assert.Equal("", block.Name));
        Assert.Equal(970, packs[0].Samples[^1][9]);
        Assert.Null(packs[0].Samples[^1][14]);
    }

    [Fact]
    public void The_station_tells_the_state_and_power_of_each_bay()
    {
        _rig.Put(2);
        _rig.Run(130);
        DecodedSample sample = _rig.Stored().Last(block => block.Subject == TelemetrySubject.Station).Samples[^1];
        Assert.Equal(6, sample.Values.Count);
        Assert.Null(sample[0]);
        Assert.Equal((int)BayPresence.Empty, sample[2]);
        Assert.Null(sample[3]);
        Assert.Equal((int)BayPresence.Occupied, sample[4] & 3);
        Assert.Equal(0x80, sample[4] & 0x80);
        Assert.NotNull(sample[5]);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(7, 9)]
    [InlineData(10, 6)]
    [InlineData(60, 1)]
    [InlineData(600, 1)]
    public void A_block_is_closed_after_60_s_at_every_interval(int intervalS, int samples)
    {
        _rig = new TelemetryRig(intervalS);
        _rig.Run(1900);
        DecodedBlock[] blocks = [.. _rig.Stored()];
        Assert.All(blocks, block => Assert.Equal((samples, intervalS * 1000L),
            (block.Samples.Count, block.IntervalMs)));
        Assert.All(blocks.Zip(blocks.Skip(1)), pair => Assert.Equal(
            samples * intervalS * 1000L, pair.Second.StartMs - pair.First.StartMs));
        Assert.All(blocks, block => Assert.Equal(
            (1L, TimeQuality.Sntp), (block.Boot, block.TimeQuality)));
        Assert.All(blocks, block => Assert.Equal(1_790_000_000_000 + block.StartMs, block.UtcMs));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public void An_interval_outside_1_to_600_s_is_refused(int intervalS)
    {
        _rig.Settings.TelemetryIntervalS = intervalS;
        Assert.StartsWith("TelemetryIntervalS", _rig.Settings.Flaw(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_no_longer_heard_is_told_as_stale()
    {
        _rig.Put(1);
        _rig.Run(10);
        _rig.Pass(20 * 120);
        DecodedSample last = _rig.Stored().Last(block => block.Subject == TelemetrySubject.Pack).Samples[^1];
        Assert.Equal((Quality.Stale, 970L), (last.Qualities[9], last.Values[9]));
    }

    [Fact]
    public void While_something_severe_stands_its_subject_is_sampled_every_second()
    {
        _rig = new TelemetryRig(intervalS: 10);
        _rig.Put(1);
        _rig.Run(30);
        _rig.Smoke(1);
        _rig.Run(300);
        _rig.Smoke(1, stands: false);
        _rig.Run(130);
        long[] intervals = [.. _rig.Stored().Where(block => block is { Subject: TelemetrySubject.Pack, Serial: > 0 })
            .Select(block => block.IntervalMs)];
        Assert.Equal([10_000, 1000, 1000, 1000, 1000, 1000, 10_000], intervals.Where((each, i) =>
            i is 0 || each == 1000 || intervals[i - 1] == 1000).Take(7));
        Assert.Equal(10_000, intervals[^1]);
    }

    [Fact]
    public void A_stalled_node_leaves_no_sample_out_within_a_block()
    {
        _rig.Run(20);
        _rig.Stall(3500);
        _rig.Run(130);
        DecodedBlock[] blocks = [.. _rig.Stored()];
        Assert.InRange(blocks[0].Samples.Count, 19, 21);
        Assert.InRange(blocks[1].StartMs - blocks[0].StartMs - (blocks[0].Samples.Count * 1000), 2000, 4500);
    }

    [Fact]
    public void Passes_in_which_nothing_is_closed_allocate_nothing()
    {
        _rig.Put(1);
        _rig.Run(65);
        long allocated = Allocated.ByEachRoundOf(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                _rig.Node.Telemetry.Pass(_rig.NowMs + (50 * (i + 1)));
            }
        });
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Events_are_stored_before_telemetry()
    {
        _rig.Run(60);
        int before = _rig.Blocks.LastStored;
        for (int i = 0; i < 40; i++)
        {
            _rig.Smoke(2, i % 2 == 0);
            _rig.Pass();
            Assert.Equal(before, _rig.Blocks.LastStored);
        }

        _rig.Smoke(2, stands: false);
        _rig.Run(60);
        Assert.True(_rig.Blocks.LastStored > before, "telemetry is never stored");
    }

    [Fact]
    public void A_lane_tells_its_vehicle_and_the_pack_on_it_by_their_own_names()
    {
        using Station station = new(1);
        while (!station.CustomerGone)
        {
            station.Pass();
        }

        for (int pass = 0; pass < 100; pass++)
        {
            station.Pass();
        }

        List<(TelemetrySubject Subject, string Name)> told = Names(station);
        Assert.Contains((TelemetrySubject.Vehicle, station.Customer), told);
        Assert.Equal(2, told.Count(each => each.Subject == TelemetrySubject.Pack));
        Assert.Contains((TelemetrySubject.Pack, station.World.Lane.Truck.Seat.Pack!.Identity.Code), told);
    }

    [Fact]
    public void A_cabinet_tells_the_packs_behind_its_doors_by_the_codes_they_name_themselves()
    {
        using CabinetStation station = new(1);
        for (int pass = 0; pass < 20 * 150; pass++)
        {
            station.Pass();
        }

        string[] codes = [.. station.Cabinet.Doors.Doors.Where(door => door.Presence == BayPresence.Occupied)
            .Select(door => Ascii.Read(door.Pack.Code, 0, door.Pack.CodeLength))];
        Assert.InRange(codes.Length, 2, 8);
        Assert.All(codes, code => Assert.Contains((TelemetrySubject.Pack, code), Names(station)));
    }

    private static List<(TelemetrySubject Subject, string Name)> Names(IStation station)
    {
        List<(TelemetrySubject, string)> told = [];
        using SqliteCommand command = station.City.Store.Connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT subject, name FROM telemetry_blocks WHERE name IS NOT NULL";
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            told.Add(((TelemetrySubject)reader.GetInt64(0), reader.GetString(1)));
        }

        return told;
    }
}

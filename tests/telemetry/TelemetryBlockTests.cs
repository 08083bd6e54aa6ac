using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Telemetry;

/// <summary>The device's writer against the city's reader, which knows only SPEC.md.</summary>
public sealed class TelemetryBlockTests
{
    private readonly TelemetryBlock _block = new(TelemetryTrack.BlockRoom);
    private readonly TelemetryReading _reading = new();

    [Fact]
    public void The_example_of_the_specification_is_what_the_device_writes()
    {
        Begin(3, uptimeMs: 65_000);
        Add([-1200, 1200, 5541], 0b010101);
        Add([-1198, 1200, 5541], 0b010101);
        Add([-1198, 1200, 5541], 0b010101);
        Add([-1198, 1200, 5541], 0b011101);
        string spec = File.ReadAllText(Path.Combine(Repository.Root, "protocol", "telemetry", "SPEC.md"));
        string[] example = spec[spec.IndexOf("## Example", StringComparison.Ordinal)..].Split("```")[1]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string bytes = string.Concat(example.Select(line => line[..52].Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(bytes, Convert.ToHexString(_block.Data, 0, _block.Length));
    }

    [Fact]
    public void Whatever_is_sampled_comes_back()
    {
        Gen<int> value = Gen.OneOf(
            Gen.Choose(-3, 3), Gen.Choose(-20_000, 20_000), Gen.Elements(int.MinValue, int.MaxValue, 0));
        Gen<(int[] Values, int[] Qualities)[]> samples =
            from fields in Gen.Choose(0, TelemetryReading.FieldRoom)
            from count in Gen.Choose(1, 70)
            from each in Gen.ArrayOf(
                from values in Gen.ArrayOf(value, fields)
                from qualities in Gen.ArrayOf(Gen.Choose(0, 3), fields)
                select (values, qualities), count)
            select each;
        Prop.ForAll(samples.ToArbitrary(), written =>
        {
            Begin(written[0].Values.Length);
            int taken = written.TakeWhile(sample => TryAdd(sample.Values, Packed(sample.Qualities))).Count();
            DecodedBlock read = Read();
            return read.Samples.Count == taken && read.Samples.Zip(written).All(pair =>
                pair.First.Values.SequenceEqual(pair.Second.Values.Select(each => (long)each))
                && pair.First.Qualities.Select(each => (int)each).SequenceEqual(pair.Second.Qualities));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Who_and_when_come_back()
    {
        _reading.Begin(TelemetrySubject.Vehicle);
        _reading.Name = "LSWAPEDG0SE000028"u8.ToArray();
        _reading.NameLength = 17;
        _reading.Bay = 8;
        _reading.Serial = uint.MaxValue;
        _reading.Add(5, Quality.Valid);
        _block.Begin(
            _reading, TelemetryBlock.Longest, uint.MaxValue, 9_000_000_000, 1_790_000_000_000, TimeQuality.City);
        Assert.True(_block.Add(_reading, 9_000_000_000));
        Assert.Equal(
            new DecodedBlock(TelemetrySubject.Vehicle, 8, uint.MaxValue, "LSWAPEDG0SE000028", uint.MaxValue,
                9_000_000_000, TimeQuality.City, 1_790_000_000_000, 600_000, []),
            Read() with { Samples = [] }, SameButSamples);
    }

    [Fact]
    public void A_sample_in_which_nothing_changed_is_one_byte()
    {
        Begin(19);
        Add([.. Enumerable.Range(1, 19)], 0x55);
        int length = _block.Length;
        Add([.. Enumerable.Range(1, 19)], 0x55);
        Assert.Equal(length + 1, _block.Length);
    }

    [Fact]
    public void A_sample_that_does_not_fit_is_refused_and_leaves_the_block_as_it_was()
    {
        Begin(TelemetryReading.FieldRoom);
        int taken = 0;
        while (TryAdd(
            [.. Enumerable.Range(0, TelemetryReading.FieldRoom).Select(i => taken % 2 == 0 ? int.MaxValue : i)],
            (ulong)taken))
        {
            taken++;
        }

        (int length, byte[] before) = (_block.Length, [.. _block.Data[.._block.Length]]);
        Assert.False(TryAdd([.. Enumerable.Repeat(1 << 30, TelemetryReading.FieldRoom)], 7));
        Assert.Equal((length, taken), (_block.Length, _block.Count));
        Assert.Equal(before, _block.Data[..length]);
        Assert.Equal(taken, Read().Samples.Count);
    }

    [Fact]
    public void The_longest_header_and_one_sample_fit_into_a_slot_of_the_black_box()
    {
        TelemetryBlock slot = new(TelemetryTrack.SlotRoom);
        _reading.Begin(TelemetrySubject.Pack);
        _reading.Name = new byte[TelemetryReading.NameRoom];
        _reading.NameLength = TelemetryReading.NameRoom;
        _reading.Serial = uint.MaxValue;
        _reading.Bay = int.MaxValue;
        for (int i = 0; i < TelemetryReading.FieldRoom; i++)
        {
            _reading.Add(int.MinValue, Quality.Stale);
        }

        slot.Begin(_reading, TelemetryBlock.Longest, uint.MaxValue, long.MaxValue, -1, (TimeQuality)int.MaxValue);
        Assert.InRange(slot.Length, 70, 78);
        Assert.True(slot.Add(_reading, 0));
        Assert.InRange(slot.Length, 78 + 150, 78 + 170);
    }

    [Fact]
    public void Sampling_allocates_nothing()
    {
        Begin(19);
        long allocated = Allocated.ByEachRoundOf(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                _reading.Values[i % 19] = i;
                if (!_block.Add(_reading, i))
                {
                    Begin(19);
                }
            }
        });
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0102")]
    [InlineData("020200000000000000000001", "a later version")]
    [InlineData("010220000000000000000001", "32 fields")]
    [InlineData("0102010000000000000000" + "00", "no interval")]
    [InlineData("010201000021000000000001", "a name of 33 characters")]
    [InlineData("0102010000000000000001" + "04", "a bit above the qualities")]
    [InlineData("0102010000000000000001" + "01", "cut off in a sample")]
    [InlineData("0102010000000000000001" + "01FFFFFFFF1F", "a delta of more than 32 bits")]
    public void Bytes_that_are_no_block_are_refused(string hex, string? why = null)
    {
        _ = why;
        Assert.Null(DecodedBlock.Of(Convert.FromHexString(hex)));
    }

    [Fact]
    public void Noise_and_damaged_blocks_never_throw()
    {
        Random random = new(20265);
        int accepted = 0;
        for (int i = 0; i < 100_000; i++)
        {
            byte[] bytes = new byte[random.Next(120)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                Begin(12, random.Next());
                Add([.. Enumerable.Range(0, 12).Select(_ => random.Next(-9999, 9999))], (ulong)random.Next());
                Add([.. Enumerable.Range(0, 12).Select(_ => random.Next(-9999, 9999))], (ulong)random.Next());
                bytes = _block.Data[..random.Next(_block.Length + 1)];
                bytes.AsSpan(random.Next(bytes.Length + 1)).Fill((byte)random.Next(256));
            }

            accepted += DecodedBlock.Of(bytes) is null ? 0 : 1;
            TelemetryMessage.Of(bytes);
            TelemetryMessage.BoxOf(bytes);
        }

        Assert.InRange(accepted, 1000, 99_000);
    }

    private static bool SameButSamples(DecodedBlock one, DecodedBlock other) =>
        (one with { Samples = other.Samples }) == other;

    private static ulong Packed(int[] qualities) =>
        qualities.Select((quality, i) => (ulong)quality << (2 * i)).Aggregate(0ul, (all, next) => all | next);

    private void Begin(int fields, long uptimeMs = 5000)
    {
        _reading.Begin(TelemetrySubject.Pack);
        _reading.Bay = 1;
        _reading.Serial = 1002;
        for (int i = 0; i < fields; i++)
        {
            _reading.Add(0, Quality.NotAvailable);
        }

        _block.Begin(_reading, 1, 3, uptimeMs, 0, TimeQuality.Unknown);
    }

    private void Add(int[] values, ulong qualities) => Assert.True(TryAdd(values, qualities));

    private bool TryAdd(int[] values, ulong qualities)
    {
        values.CopyTo(_reading.Values, 0);
        _reading.Qualities = qualities;
        return _block.Add(_reading, 5000);
    }

    private DecodedBlock Read()
    {
        DecodedBlock? read = DecodedBlock.Of(_block.Data.AsSpan(0, _block.Length));
        Assert.NotNull(read);
        return read;
    }
}

using Google.Protobuf;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.City;

public class EventCodecTests
{
    [Fact]
    public void Event_has_the_bytes_of_the_protobuf_encoding()
    {
        byte[] expected = Convert.FromHexString(
            "09" + "8877665544332211" // journal, fixed64
            + "1005" // sequence 5
            + "1801" // boot
            + "20E807" // utc_ms 1000
            + "2804" // time_quality SNTP
            + "30AC02" // uptime_ms 300
            + "3803" // kind SWAP_STEP
            + "4007" // request_id
            + "628800" // step, 8 bytes, length in two
            + "080D" + "100C" + "2005" + "2802"); // phase, previous, facts, duration_ms
        Assert.Equal(expected, Events.Encode(Events.Step(5)));
    }

    [Fact]
    public void What_the_device_writes_the_city_reads()
    {
        Random random = new(20261);
        for (int i = 0; i < 2000; i++)
        {
            EventRecord record = Events.Random(random);
            Contract.Event read = Contract.Event.Parser.ParseFrom(Events.Encode(record));
            AssertSame(record, read);
        }
    }

    [Fact]
    public void What_the_city_writes_the_device_reads()
    {
        Random random = new(20262);
        for (int i = 0; i < 2000; i++)
        {
            Contract.Event written = Contract.Event.Parser.ParseFrom(Events.Encode(Events.Random(random)));
            EventRecord read = new();
            byte[] bytes = written.ToByteArray();
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(bytes, 0, bytes.Length, read));
            AssertSame(read, written);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fullest_event_is_within_the_stated_length_and_comes_back_whole(bool end)
    {
        EventRecord record = end ? Events.FullestEnd() : Events.Fullest();
        byte[] bytes = Events.Encode(record);
        EventRecord read = new();
        Assert.InRange(bytes.Length, 1, EventCodec.MaxLength);
        Assert.Equal(DecodeResult.Ok, EventCodec.Decode(bytes, 0, bytes.Length, read));
        Assert.Equal(bytes, Events.Encode(read));
    }

    [Fact]
    public void Stated_length_is_not_far_above_that_of_the_fullest_event() =>
        Assert.InRange(Events.Encode(Events.FullestEnd()).Length, EventCodec.MaxLength - 16, EventCodec.MaxLength);

    [Fact]
    public void A_summary_of_more_steps_than_a_swap_has_is_refused()
    {
        Contract.Event written = new() { Kind = Contract.EventKind.SwapEnded, Summary = new Contract.SwapSummary() };
        EventRecord read = new();
        for (int steps = 0; steps <= SwapSummary.StepRoom; steps++)
        {
            byte[] bytes = written.ToByteArray();
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(bytes, 0, bytes.Length, read));
            Assert.Equal(steps, read.Summary.StepCount);
            written.Summary.Steps.Add(new Contract.StepTime { Phase = Contract.Phase.Locking, DurationMs = 5 });
        }

        byte[] tooMany = written.ToByteArray();
        Assert.Equal(DecodeResult.Long, EventCodec.Decode(tooMany, 0, tooMany.Length, read));
        Assert.Equal(0, read.Summary.StepCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_room_for_the_last_byte_nothing_is_promised(bool end)
    {
        EventRecord record = end ? Events.FullestEnd() : Events.Fullest();
        int length = Events.Encode(record).Length;
        for (int room = 0; room < length; room++)
        {
            Assert.Equal(-1, EventCodec.Encode(record, new byte[room], 0));
        }

        Assert.Equal(length, EventCodec.Encode(record, new byte[length + 3], 3));
    }

    [Fact]
    public void Unknown_fields_are_skipped_at_both_levels()
    {
        byte[] bytes = Convert.FromHexString(
            "1005" // sequence 5
            + "A00601" // field 100, varint
            + "A9060102030405060708" // field 101, fixed64
            + "B206020000" // field 102, bytes
            + "BD0601020304" // field 103, fixed32
            + "6209" + "080D" + "880163" + "9A010141" // step: phase 13, fields 17 and 19
            + "3803"); // kind
        EventRecord read = new();
        Assert.Equal(DecodeResult.Ok, EventCodec.Decode(bytes, 0, bytes.Length, read));
        Assert.Equal(5ul, read.Sequence);
        Assert.Equal(13, read.Phase);
        Assert.Equal(EventKind.SwapStep, read.Kind);
        Assert.Equal(0u, read.PackSerial);
        Assert.Equal(0, read.Warning);
    }

    [Theory]
    [InlineData("10")] // varint missing
    [InlineData("10FFFFFFFFFFFFFFFFFFFF01")] // eleven bytes
    [InlineData("10FFFFFFFFFFFFFFFFFF02")] // more than 64 bits
    [InlineData("0911223344556677")] // fixed64 one byte short
    [InlineData("6205080D")] // body longer than the message
    [InlineData("62FFFFFFFF7F")] // body of two gigabytes
    [InlineData("6201FF")] // body cut inside a field
    [InlineData("13")] // group
    [InlineData("0005")] // field number zero
    public void Bytes_that_are_not_a_message_are_malformed(string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        EventRecord read = new();
        Assert.Equal(DecodeResult.Malformed, EventCodec.Decode(bytes, 0, bytes.Length, read));
        Assert.Equal(0ul, read.Sequence);
    }

    [Fact]
    public void A_text_longer_than_its_room_is_refused_and_nothing_is_kept()
    {
        Contract.Event written = new() { Sequence = 9, Vehicle = new string('v', 18) };
        EventRecord read = new();
        byte[] bytes = written.ToByteArray();
        Assert.Equal(DecodeResult.Long, EventCodec.Decode(bytes, 0, bytes.Length, read));
        Assert.Equal(0ul, read.Sequence);
    }

    [Fact]
    public void A_range_outside_the_array_is_refused()
    {
        EventRecord read = new();
        Assert.Equal(DecodeResult.Short, EventCodec.Decode([1, 2], 1, 2, read));
        Assert.Equal(DecodeResult.Short, EventCodec.Decode([1, 2], -1, 1, read));
        Assert.Equal(DecodeResult.Short, EventCodec.Decode([1, 2], 0, int.MaxValue, read));
    }

    [Fact]
    public void Text_from_the_bus_that_is_no_text_still_makes_a_valid_message()
    {
        EventRecord record = Events.Step(1);
        record.Vehicle[0] = 0xFF;
        record.Vehicle[1] = (byte)'L';
        record.VehicleLength = 2;
        Assert.Equal("?L", Contract.Event.Parser.ParseFrom(Events.Encode(record)).Vehicle);
    }

    private static void AssertSame(EventRecord record, Contract.Event message)
    {
        Assert.Equal(record.Journal, message.Journal);
        Assert.Equal(record.Sequence, message.Sequence);
        Assert.Equal(record.Boot, message.Boot);
        Assert.Equal(record.UtcMs, message.UtcMs);
        Assert.Equal((int)record.TimeQuality, (int)message.TimeQuality);
        Assert.Equal((ulong)record.UptimeMs, message.UptimeMs);
        Assert.Equal((int)record.Kind, (int)message.Kind);
        Assert.Equal(record.RequestId, message.RequestId);
        Assert.Equal((uint)record.Bay, message.Bay);
        Assert.Equal(record.Value, message.Value);
        Assert.Equal(Ascii.Read(record.Vehicle, 0, record.VehicleLength), message.Vehicle);
        Contract.Step step = message.Step ?? new Contract.Step();
        Assert.Equal(record.Phase, (int)step.Phase);
        Assert.Equal(record.PreviousPhase, (int)step.Previous);
        Assert.Equal(record.Fault, (int)step.Fault);
        Assert.Equal(record.Facts, step.Facts);
        Assert.Equal((uint)record.DurationMs, step.DurationMs);
        Assert.Equal((uint)record.LimitMs, step.LimitMs);
        Assert.Equal(((uint)record.StoreBay, (uint)record.TakeBay), (step.StoreBay, step.TakeBay));
        Assert.Equal(((uint)record.Retries, (uint)record.Pack), (step.Retries, step.Pack));
        Assert.Equal((record.Aborted, record.OldSerial), (step.Aborted, step.OldSerial));
        Assert.Equal(record.Finding, (int)step.Finding);
        Assert.Equal((record.StoreChoice, record.TakeChoice), (step.StoreChoice, step.TakeChoice));
        Assert.Equal(Ascii.Read(record.Order, 0, record.OrderLength), message.Order);
        AssertSame(record.Summary, message.Summary ?? new Contract.SwapSummary());
        Contract.Audit audit = message.Audit ?? new Contract.Audit();
        Assert.Equal(((int)record.Action, (int)record.Issuer), ((int)audit.Action, (int)audit.Issuer));
        Assert.Equal(record.OrderNumber, audit.Order);
        Contract.Battery battery = message.Battery ?? new Contract.Battery();
        Assert.Equal(Ascii.Read(record.PackCode, 0, record.PackCodeLength), battery.PackCode);
        Assert.Equal(record.PackSerial, battery.PackSerial);
        Assert.Equal(record.ChargePermille, battery.HasChargePermille ? (int)battery.ChargePermille : -1);
        Assert.Equal(record.HealthPermille, battery.HasHealthPermille ? (int)battery.HealthPermille : -1);
        Assert.Equal(record.Owner, (int)battery.Owner);
        Assert.Equal(Ascii.Read(record.OwnedBy, 0, record.OwnedByLength), battery.OwnedBy);
        Assert.Equal(record.ChargedTenthKwh, battery.HasChargedTenthKwh ? battery.ChargedTenthKwh : -1L);
        Assert.Equal(record.DischargedTenthKwh, battery.HasDischargedTenthKwh ? battery.DischargedTenthKwh : -1L);
        Assert.Equal(record.SwapChargedTenthKwh, battery.HasSwapChargedTenthKwh ? battery.SwapChargedTenthKwh : -1L);
        Assert.Equal(record.MeterWh, battery.HasMeterWh ? (long)battery.MeterWh : -1L);
        Contract.Warning warning = message.Warning ?? new Contract.Warning();
        Assert.Equal((record.Warning, record.LaneWarning, record.NodeWarning),
            ((int)warning.Code, (int)warning.Lane, (int)warning.Node));
        Assert.Equal((uint)record.Level, warning.Level);
        Contract.Lost lost = message.Lost ?? new Contract.Lost();
        Assert.Equal(record.LostCount, lost.Count);
        Assert.Equal((ulong)record.LostSinceMs, lost.FirstUptimeMs);
    }

    private static void AssertSame(SwapSummary summary, Contract.SwapSummary message)
    {
        Assert.Equal((int)summary.Result, (int)message.Result);
        Assert.Equal(((uint)summary.Held, (uint)summary.Confirmed), (message.Held, message.Confirmed));
        Assert.Equal((int)summary.ConfirmedBy, (int)message.ConfirmedBy);
        Assert.Equal((uint)summary.Restarts, message.Restarts);
        Assert.Equal(Ascii.Read(summary.Profile, 0, summary.ProfileLength), message.Profile);
        Assert.Equal((uint)summary.RegisterVersion, message.RegisterVersion);
        Assert.Equal(
            ((uint)summary.ProfileVersion, summary.SettingsCrc), (message.ProfileVersion, message.SettingsCrc));
        Assert.Equal(summary.MileageTenthKm, message.HasMileageTenthKm ? (int)message.MileageTenthKm : -1);
        Assert.Equal(
            Enumerable.Range(0, summary.StepCount).Select(i => (
                summary.StepPhase[i], (uint)summary.StepTries[i], (uint)summary.StepMs[i],
                (uint)summary.StepLimitMs[i])),
            message.Steps.Select(step => ((int)step.Phase, step.Tries, step.DurationMs, step.LimitMs)));
    }
}

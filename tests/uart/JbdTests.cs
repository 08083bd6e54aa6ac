using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Uart;

public class JbdTests
{
    /// <summary>The answer that the maker's protocol description (V4) takes apart: 58.88 V, 72 %, two probes.</summary>
    private const string BasicAnswer =
        "DD03001B170000 0002D003E80000207800000000000010 48030F020B760B82FBFF77";

    private readonly JbdFramer _framer = new();
    private readonly JbdBms _bms = new();
    private readonly UartReading _reading = new();
    private readonly byte[] _bytes = new byte[Jbd.Room];

    [Fact]
    public void The_name_of_the_makers_example_is_taken_as_it_comes()
    {
        byte[] answer = Convert.FromHexString("DD05000A30313233343536373839FDE977");
        Assert.Equal(answer.Length, _framer.Accept(answer, 0, answer.Length, 0));
        Assert.Equal(answer.Length, _framer.Length);
        Assert.Equal(DecodeResult.Ok, _bms.Accept(_framer.Frame, 0));
        Assert.Equal("0123456789", Ascii.Read(_bms.Name.Data, 0, _bms.Name.Length));
    }

    [Theory]
    [InlineData(3, "DDA50300FFFD77")]
    [InlineData(4, "DDA50400FFFC77")]
    [InlineData(5, "DDA50500FFFB77")]
    public void Requests_are_these_bytes(int register, string hex)
    {
        int length = Jbd.WriteRequest(register, _bytes, 0);
        Assert.Equal(hex, Convert.ToHexString(_bytes, 0, length));
        Assert.Equal(length, _framer.Accept(_bytes, 0, length, 0));
        Assert.Equal(length, _framer.Length);
        Assert.Equal(DecodeResult.WrongSender, _bms.Accept(_framer.Frame, 0));
    }

    [Fact]
    public void The_makers_own_example_is_read_value_by_value()
    {
        Take(BasicAnswer, 1_000);
        _bms.Read(1_000, _reading);
        AssertValue(UartValue.VoltageMv, 58_880);
        AssertValue(UartValue.CurrentMa, 0);
        AssertValue(UartValue.RemainingMah, 7_200);
        AssertValue(UartValue.CapacityMah, 10_000);
        AssertValue(UartValue.Cycles, 0);
        AssertValue(UartValue.ChargePermille, 720);
        AssertValue(UartValue.Switches, 3);
        AssertValue(UartValue.Alarms, 0);
        AssertValue(UartValue.MaxTemperatureC, 22);
        AssertValue(UartValue.MinTemperatureC, 20);
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.MaxCellMv));
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.BoardTemperatureC));
        Assert.Equal(2016, JbdBasic.MadeYear.Read(_bms.Basic.Data));
        Assert.Equal(3, JbdBasic.MadeMonth.Read(_bms.Basic.Data));
        Assert.Equal(24, JbdBasic.MadeDay.Read(_bms.Basic.Data));
        Assert.Equal(15, JbdBasic.CellCount.Read(_bms.Basic.Data));
    }

    [Fact]
    public void Twelve_cells_of_a_published_answer_are_read_in_millivolts()
    {
        // The data and the sum as published (simat/BatteryMonitor wiki); its register byte was lost in that log.
        Take("DD0400181039103A1038103A103C10391037103 9103B103F1036103AFC7477", 0);
        _bms.Read(0, _reading);
        Assert.Equal(
            [4153, 4154, 4152, 4154, 4156, 4153, 4151, 4153, 4155, 4159, 4150, 4154],
            _reading.CellMv[.._reading.CellCount]);
        AssertValue(UartValue.MaxCellMv, 4_159);
        AssertValue(UartValue.MinCellMv, 4_150);
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.VoltageMv));
    }

    [Theory]
    [InlineData(0x0000, 0)]
    [InlineData(0x01F4, -5_000)] // 5 A into the pack
    [InlineData(0xFE0C, 5_000)] // 5 A out of it
    [InlineData(0xFFFF, 10)] // every bit set is a current, not "not available"
    [InlineData(0x8000, 327_680)]
    public void Charging_comes_out_negative_as_on_a_charger_bus(int raw, int currentMa)
    {
        TakeBasic(data => (data[2], data[3]) = ((byte)(raw >> 8), (byte)raw));
        AssertValue(UartValue.CurrentMa, currentMa);
    }

    [Fact]
    public void What_cannot_be_is_abnormal_and_what_is_late_is_stale()
    {
        TakeBasic(data => data[19] = 101);
        Assert.Equal(Quality.Abnormal, _reading.QualityOf(UartValue.ChargePermille));
        TakeBasic(data => (data[23], data[24]) = (0, 0));
        Assert.Equal(Quality.Abnormal, _reading.QualityOf(UartValue.MinTemperatureC));
        _bms.Read(JbdBms.StaleMs, _reading);
        Assert.Equal(Quality.Valid, _reading.QualityOf(UartValue.VoltageMv));
        _bms.Read(JbdBms.StaleMs + 1, _reading);
        Assert.Equal(Quality.Stale, _reading.QualityOf(UartValue.VoltageMv));
        Assert.Equal(58_880, _reading.Value(UartValue.VoltageMv));
        _bms.Reset();
        _bms.Read(0, _reading);
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.VoltageMv));
    }

    [Theory]
    [InlineData(0, UartAlarm.CellHigh)]
    [InlineData(1, UartAlarm.CellLow)]
    [InlineData(2, UartAlarm.PackHigh)]
    [InlineData(3, UartAlarm.PackLow)]
    [InlineData(4, UartAlarm.Hot)]
    [InlineData(5, UartAlarm.Cold)]
    [InlineData(6, UartAlarm.Hot)]
    [InlineData(7, UartAlarm.Cold)]
    [InlineData(8, UartAlarm.ChargeCurrent)]
    [InlineData(9, UartAlarm.DischargeCurrent)]
    [InlineData(10, UartAlarm.ShortCircuit)]
    [InlineData(11, UartAlarm.Electronics)]
    [InlineData(12, UartAlarm.Locked)]
    [InlineData(13, 0)]
    public void Each_protection_has_its_alarm(int bit, int alarm)
    {
        TakeBasic(data => (data[16], data[17]) = ((byte)(1 << bit >> 8), (byte)(1 << bit)));
        AssertValue(UartValue.Alarms, alarm);
    }

    [Theory]
    [InlineData(3, 0x00, 22, DecodeResult.Short)]
    [InlineData(3, 0x00, 26, DecodeResult.Short)] // two probes announced
    [InlineData(3, 0x00, 38, DecodeResult.Ok)] // newer versions send more
    [InlineData(3, 0x80, 27, DecodeResult.UnknownId)]
    [InlineData(6, 0x00, 27, DecodeResult.UnknownId)]
    [InlineData(4, 0x00, 0, DecodeResult.Short)]
    [InlineData(4, 0x00, 7, DecodeResult.Malformed)]
    [InlineData(4, 0x00, 66, DecodeResult.Long)]
    [InlineData(4, 0x00, 64, DecodeResult.Ok)]
    public void An_answer_that_is_not_right_changes_nothing(int register, int status, int length, DecodeResult result)
    {
        byte[] data = new byte[length];
        Convert.FromHexString(BasicAnswer.Replace(" ", "", StringComparison.Ordinal)).AsSpan(4, Math.Min(27, length))
            .CopyTo(data);
        int written = Jbd.WriteAnswer(register, status, data, length, _bytes, 0);
        _framer.Accept(_bytes, 0, written, 0);
        Assert.Equal(result, _bms.Accept(_framer.Frame, 0));
        Assert.Equal(result == DecodeResult.Ok ? 1u : 0u, _bms.Basic.Received + _bms.Cells.Received);
    }

    [Theory]
    [InlineData(256, 300, 0)] // more than the length byte can say
    [InlineData(-1, 300, 0)]
    [InlineData(27, 33, 0)] // one byte too few
    [InlineData(0, 10, 4)] // one byte too few from there on
    [InlineData(0, 300, -1)]
    public void An_answer_without_room_is_not_written(int length, int room, int offset)
    {
        byte[] into = new byte[room];
        Assert.Equal(-1, Jbd.WriteAnswer(3, 0, new byte[256], length, into, offset));
        Assert.Equal(new byte[room], into);
    }

    [Fact]
    public void An_answer_may_fill_the_room_to_its_last_byte()
    {
        byte[] into = new byte[10];
        Assert.Equal(7, Jbd.WriteAnswer(5, 0x80, [], 0, into, 3));
        Assert.Equal("000000DD058000FF8077", Convert.ToHexString(into));
    }

    [Theory]
    [InlineData(2731, 0)]
    [InlineData(2730, 0)]
    [InlineData(2726, -1)] // -0.5
    [InlineData(2627, -10)] // -10.4
    [InlineData(2626, -11)] // -10.5
    [InlineData(2736, 1)]
    public void Probes_are_rounded_to_the_nearest_degree_on_both_sides_of_zero(int raw, int temperatureC)
    {
        TakeBasic(data => (data[23], data[24], data[25], data[26]) =
            ((byte)(raw >> 8), (byte)raw, (byte)(raw >> 8), (byte)raw));
        AssertValue(UartValue.MinTemperatureC, temperatureC);
        AssertValue(UartValue.MaxTemperatureC, temperatureC);
    }

    [Theory]
    [InlineData(0x0000, 0x0000, 0xFC, 0)] // of the switches only two bits are known
    [InlineData(0x0001, 0x0000, 0x01, 5)] // balancing among the first 16 cells
    [InlineData(0x0000, 0x8000, 0x02, 6)] // and among the others
    public void Switches_say_charging_discharging_and_balancing(int first, int others, int raw, int switches)
    {
        TakeBasic(data => (data[12], data[13], data[14], data[15], data[20]) =
            ((byte)(first >> 8), (byte)first, (byte)(others >> 8), (byte)others, (byte)raw));
        AssertValue(UartValue.Switches, switches);
    }

    [Fact]
    public void Two_protections_of_one_alarm_are_that_alarm()
    {
        TakeBasic(data => data[17] = 0x50);
        AssertValue(UartValue.Alarms, UartAlarm.Hot);
    }

    [Fact]
    public void Pack_without_probes_has_no_temperature_and_one_with_many_the_first_eight()
    {
        Accept(Jbd.BasicRegister, new byte[JbdBasic.MinLength]);
        Assert.Equal(0, _reading.ProbeCount);
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.MaxTemperatureC));

        byte[] data = new byte[JbdBasic.MinLength + 18];
        data[22] = 9;
        Accept(Jbd.BasicRegister, data);
        Assert.Equal(UartReading.MaxProbes, _reading.ProbeCount);
    }

    [Fact]
    public void Cells_age_by_themselves_and_a_reset_forgets_them()
    {
        byte[] cells = [.. Enumerable.Repeat((byte)0x0C, 2 * UartReading.MaxCells)];
        Accept(Jbd.CellRegister, cells);
        Assert.Equal(UartReading.MaxCells, _reading.CellCount);
        AssertValue(UartValue.MinCellMv, 0x0C0C);
        _bms.Read(JbdBms.StaleMs, _reading);
        AssertValue(UartValue.MaxCellMv, 0x0C0C);
        _bms.Read(JbdBms.StaleMs + 1, _reading);
        Assert.Equal(Quality.Stale, _reading.QualityOf(UartValue.MaxCellMv));
        Assert.Equal(1u, _bms.Count(DecodeResult.Ok));
        _bms.Reset();
        _bms.Read(0, _reading);
        Assert.Equal(0, _reading.CellCount);
    }

    [Theory]
    [InlineData(499, 5000, Quality.Abnormal)]
    [InlineData(500, 5000, Quality.Valid)]
    [InlineData(500, 5001, Quality.Abnormal)]
    public void Cell_outside_500_to_5000_mV_is_a_broken_wire(int low, int high, Quality quality)
    {
        Accept(Jbd.CellRegister, [(byte)(low >> 8), (byte)low, (byte)(high >> 8), (byte)high]);
        Assert.Equal((low, quality), (_reading.Value(UartValue.MinCellMv), _reading.QualityOf(UartValue.MinCellMv)));
        Assert.Equal((high, quality), (_reading.Value(UartValue.MaxCellMv), _reading.QualityOf(UartValue.MaxCellMv)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 1_000)]
    public void Empty_and_full_are_both_valid(int percent, int permille)
    {
        TakeBasic(data => data[19] = (byte)percent);
        AssertValue(UartValue.ChargePermille, permille);
    }

    [Fact]
    public void A_reading_fills_the_one_view_of_a_pack()
    {
        Take(BasicAnswer, 0);
        _bms.Read(0, _reading);
        var pack = new PackReading();
        new UartPackReader().Read(_reading, pack);
        Assert.Equal(58_880, pack.Value(PackValue.VoltageMv));
        Assert.True(pack.IsValid(PackValue.VoltageMv));
        Assert.Equal(10_000, pack.Value(PackValue.CapacityMah));
        Assert.Equal(720, pack.Value(PackValue.ChargePermille));
        Assert.Equal(22, pack.Value(PackValue.MaxTemperatureC));
        Assert.Equal(Quality.NotAvailable, pack.QualityOf(PackValue.MaxCellMv));
        Assert.Equal(Quality.NotAvailable, pack.QualityOf(PackValue.PackSerial));
    }

    [Fact]
    public void Any_answer_comes_back_out_of_any_pieces_with_noise_before_it() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            byte[] data = new byte[random.Next(256)];
            random.NextBytes(data);
            int length = Jbd.WriteAnswer(random.Next(0x50), 0, data, data.Length, _bytes, 0);
            byte[] sent = [.. Enumerable.Range(0, random.Next(20)).Select(_ => (byte)random.Next(0xDD)),
                .. _bytes.AsSpan(0, length)];
            var framer = new JbdFramer();
            for (int at = 0; at < sent.Length;)
            {
                at += framer.Accept(sent, at, Math.Min(sent.Length - at, 1 + random.Next(40)), 0);
            }

            Assert.Equal(_bytes.AsSpan(0, length), framer.Frame.AsSpan(0, framer.Length));
        }).QuickCheckThrowOnFailure();

    private void AssertValue(UartValue value, int number)
    {
        Assert.Equal(Quality.Valid, _reading.QualityOf(value));
        Assert.Equal(number, _reading.Value(value));
    }

    private void Take(string hex, long nowMs)
    {
        byte[] bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(bytes.Length, _framer.Accept(bytes, 0, bytes.Length, nowMs));
        Assert.Equal(bytes.Length, _framer.Length);
        Assert.Equal(DecodeResult.Ok, _bms.Accept(_framer.Frame, nowMs));
    }

    private void TakeBasic(Action<byte[]> change)
    {
        byte[] data = Convert.FromHexString(BasicAnswer.Replace(" ", "", StringComparison.Ordinal))[4..31];
        change(data);
        Accept(Jbd.BasicRegister, data);
    }

    private void Accept(int register, byte[] data)
    {
        int length = Jbd.WriteAnswer(register, Jbd.StatusOk, data, data.Length, _bytes, 0);
        _framer.Accept(_bytes, 0, length, 0);
        Assert.Equal(DecodeResult.Ok, _bms.Accept(_framer.Frame, 0));
        _bms.Read(0, _reading);
    }
}

using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Uart;

public class JkTests
{
    private readonly JkFramer _framer = new();
    private readonly JkBms _bms = new();
    private readonly JkWriter _writer = new();
    private readonly UartReading _reading = new();

    [Fact]
    public void A_request_for_everything_is_these_bytes()
    {
        _writer.WriteRequest();
        Assert.Equal("4E57001300000000060300000000000068" + "00000129", Written());
        Assert.True(Find());
        Assert.Equal(DecodeResult.WrongSender, _bms.Accept(_framer.Frame, _framer.Length, 0));
    }

    [Fact]
    public void A_short_answer_is_these_bytes_and_comes_back()
    {
        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        Assert.True(_writer.AddCells([3201, 3185], 2));
        Assert.True(_writer.Add(JkField.Voltage, 639));
        Assert.True(_writer.AddText(JkField.Made, "2106"));
        _writer.Finish(0x01020304);
        Assert.Equal(
            "4E570022000000000600017906010C81020C7183027FB532313036" + "0102030468" + "0000054E", Written());
        Take();
        Assert.Equal([3201, 3185], _reading.CellMv[.._reading.CellCount]);
        AssertValue(UartValue.VoltageMv, 6_390);
        AssertValue(UartValue.MaxCellMv, 3_201);
        AssertValue(UartValue.MinCellMv, 3_185);
        Assert.Equal("2106", _bms.Text(JkField.Made));
        Assert.Equal("", _bms.Text(JkField.Software));
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.CurrentMa));
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.MaxTemperatureC));
    }

    [Theory]
    [InlineData(1u, 0x07D0u, 20_000)] // the protocol's own examples: 20 A out,
    [InlineData(1u, 0x87D0u, -20_000)] // 20 A in
    [InlineData(1u, 0x8000u, 0)]
    [InlineData(0u, 11_000u, 10_000)] // version 0: 10 A out,
    [InlineData(0u, 9_500u, -5_000)] // 5 A in
    public void Charging_comes_out_negative_in_both_versions(uint version, uint raw, int currentMa)
    {
        Take(JkField.Current, raw, JkField.ProtocolVersion, version);
        AssertValue(UartValue.CurrentMa, currentMa);
    }

    [Theory]
    [InlineData(0u, 0)]
    [InlineData(100u, 100)]
    [InlineData(101u, -1)]
    [InlineData(140u, -40)]
    public void Temperatures_above_100_are_below_zero(uint raw, int temperatureC)
    {
        Take(JkField.CellTemperature, raw, JkField.BoardTemperature, raw);
        AssertValue(UartValue.MinTemperatureC, temperatureC);
        AssertValue(UartValue.BoardTemperatureC, temperatureC);
    }

    [Fact]
    public void What_the_format_excludes_is_abnormal_and_what_is_late_is_stale()
    {
        Take(JkField.CellTemperature, 141, JkField.Charge, 101);
        Assert.Equal(Quality.Abnormal, _reading.QualityOf(UartValue.MinTemperatureC));
        Assert.Equal(Quality.Abnormal, _reading.QualityOf(UartValue.ChargePermille));
        Take(JkField.Capacity, 0xFFFFFFFF, JkField.Voltage, 0xFFFF);
        Assert.Equal(Quality.Abnormal, _reading.QualityOf(UartValue.CapacityMah));
        AssertValue(UartValue.VoltageMv, 655_350);
        _bms.Read(JkBms.StaleMs + 1, _reading);
        Assert.Equal(Quality.Stale, _reading.QualityOf(UartValue.VoltageMv));
        _bms.Reset();
        _bms.Read(0, _reading);
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.VoltageMv));
        Assert.Equal(0u, _bms.Raw(JkField.Voltage));
    }

    [Theory]
    [InlineData(0, UartAlarm.ChargeLow)]
    [InlineData(1, UartAlarm.Electronics)]
    [InlineData(2, UartAlarm.PackHigh)]
    [InlineData(3, UartAlarm.PackLow)]
    [InlineData(4, UartAlarm.Hot)]
    [InlineData(5, UartAlarm.ChargeCurrent)]
    [InlineData(6, UartAlarm.DischargeCurrent)]
    [InlineData(7, UartAlarm.CellsApart)]
    [InlineData(8, UartAlarm.Hot)]
    [InlineData(9, UartAlarm.Cold)]
    [InlineData(10, UartAlarm.CellHigh)]
    [InlineData(11, UartAlarm.CellLow)]
    [InlineData(12, UartAlarm.Electronics)]
    [InlineData(13, UartAlarm.Electronics)]
    [InlineData(14, 0)]
    public void Each_warning_has_its_alarm(int bit, int alarm)
    {
        Take(JkField.Warnings, 1u << bit, JkField.Switches, 0x000F);
        AssertValue(UartValue.Alarms, alarm);
        AssertValue(UartValue.Switches, 7);
    }

    [Fact]
    public void Record_number_behind_the_fields_is_no_field()
    {
        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        _writer.Add(JkField.Voltage, 5_000);
        _writer.Finish(0x83FFFF85);
        Take();
        AssertValue(UartValue.VoltageMv, 50_000);
        Assert.Equal(0u, _bms.CutShort);
    }

    [Fact]
    public void Two_probes_are_the_extremes_and_cycles_are_read()
    {
        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        _writer.Add(JkField.BoxTemperature, 25);
        _writer.Add(JkField.CellTemperature, 105);
        _writer.Add(JkField.Cycles, 321);
        _writer.Finish(0);
        Take();
        AssertValue(UartValue.MaxTemperatureC, 25);
        AssertValue(UartValue.MinTemperatureC, -5);
        AssertValue(UartValue.Cycles, 321);
    }

    [Fact]
    public void What_the_format_excludes_is_no_number_that_could_be_believed()
    {
        Take(JkField.CellTemperature, 141, JkField.Charge, 101);
        Assert.Equal(-273, _reading.Value(UartValue.MinTemperatureC));
        Assert.Equal(0, _reading.Value(UartValue.ChargePermille));
        Take(JkField.CellTemperature, 140, JkField.Charge, 100);
        AssertValue(UartValue.MinTemperatureC, -40);
        AssertValue(UartValue.ChargePermille, 1_000);
    }

    [Fact]
    public void Writer_used_again_leaves_nothing_of_the_frame_before()
    {
        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        _writer.AddText(JkField.MakerId, "ABCDEFGHIJKLMNOPQRSTUVWX");
        _writer.AddText(JkField.Software, "ABCDEFGHIJKLMNO");
        _writer.Finish(uint.MaxValue);
        Take();
        Assert.Equal("ABCDEFGHIJKLMNOPQRSTUVWX", _bms.Text(JkField.MakerId));

        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        _writer.AddText(JkField.MakerId, "BT");
        _writer.Finish(0);
        Assert.Equal(
            "4E57002B0000000006000" + "1BA4254" + new string('0', 44) + "0000000068" + "0000028F", Written());
        Take();
        Assert.Equal("BT", _bms.Text(JkField.MakerId));
        Assert.Equal("", _bms.Text(JkField.Software));
    }

    [Fact]
    public void A_field_not_known_ends_the_reading_and_what_stands_before_it_counts()
    {
        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Report);
        _writer.Add(JkField.Voltage, 5_000);
        _writer.Frame[_writer.Length] = 0xC5;
        _writer.Length++;
        _writer.Add(JkField.Charge, 50);
        _writer.Finish(0);
        Take();
        AssertValue(UartValue.VoltageMv, 50_000);
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(UartValue.ChargePermille));
        Assert.Equal(1u, _bms.CutShort);
    }

    [Theory]
    [InlineData("830A", Jk.ReadAll, Jk.Answer, DecodeResult.Malformed)]
    [InlineData("7905010C81020C", Jk.ReadAll, Jk.Answer, DecodeResult.Malformed)]
    [InlineData("7906010C81", Jk.ReadAll, Jk.Answer, DecodeResult.Malformed)]
    [InlineData("C5", Jk.ReadAll, Jk.Answer, DecodeResult.UnknownId)]
    [InlineData("79", Jk.ReadAll, Jk.Answer, DecodeResult.UnknownId)]
    [InlineData("", Jk.ReadAll, Jk.Answer, DecodeResult.Short)]
    [InlineData("8332", Jk.ReadField, Jk.Answer, DecodeResult.UnknownId)]
    [InlineData("8332", Jk.ReadAll, 3, DecodeResult.UnknownId)]
    public void A_frame_whose_fields_are_wrong_changes_nothing(
        string fields, int command, int transport, DecodeResult result)
    {
        _writer.Start(command, Jk.FromBms, transport);
        byte[] bytes = Convert.FromHexString(fields);
        bytes.CopyTo(_writer.Frame, _writer.Length);
        _writer.Length += bytes.Length;
        _writer.Finish(0);
        Assert.True(Find());
        Assert.Equal(result, _bms.Accept(_framer.Frame, _framer.Length, 0));
        Assert.Equal(1u, _bms.Count(result));
        Assert.False(_bms.Has(JkField.Voltage));
    }

    [Fact]
    public void More_cells_than_there_is_room_for_are_refused()
    {
        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        Assert.False(_writer.AddCells(new int[33], 33));
        _writer.Frame[_writer.Length] = JkField.Cells;
        _writer.Frame[_writer.Length + 1] = 99;
        _writer.Length += 101;
        _writer.Finish(0);
        Assert.True(Find());
        Assert.Equal(DecodeResult.Long, _bms.Accept(_framer.Frame, _framer.Length, 0));
    }

    [Fact]
    public void What_does_not_fit_a_field_or_the_frame_is_not_written()
    {
        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        Assert.False(_writer.Add(JkField.Charge, 256));
        Assert.False(_writer.Add(JkField.Cells, 1));
        Assert.False(_writer.Add(0x88, 1));
        Assert.False(_writer.AddText(JkField.Made, "21061"));
        Assert.Equal(Jk.FieldOffset, _writer.Length);
        while (_writer.AddText(JkField.MakerId, "x"))
        {
        }

        _writer.Finish(0);
        Assert.InRange(_writer.Length, Jk.Room - 25, Jk.Room);
    }

    [Fact]
    public void A_start_in_the_noise_does_not_swallow_the_frame_behind_it()
    {
        _writer.WriteRequest();
        byte[] sent = [0x4E, 0x4E, 0x57, 0x00, 0x20, .. _writer.Frame.AsSpan(0, _writer.Length), .. new byte[13]];
        int taken = _framer.Accept(sent, 0, sent.Length, 0);
        Assert.Equal(Written(), Convert.ToHexString(_framer.Frame, 0, _framer.Length));
        Assert.Equal(1u, _framer.Count(DecodeResult.Malformed));
        Assert.Equal(5u, _framer.Skipped);
        Assert.InRange(taken, 26, sent.Length);
    }

    [Fact]
    public void Any_answer_comes_back_value_by_value() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            int[] cells = [.. Enumerable.Range(0, 1 + random.Next(32)).Select(_ => random.Next(500, 5_001))];
            uint voltage = (uint)random.Next(65_536);
            uint charge = (uint)random.Next(101);
            _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
            _writer.AddCells(cells, cells.Length);
            _writer.Add(JkField.Voltage, voltage);
            _writer.Add(JkField.Charge, charge);
            _writer.Finish((uint)random.Next());
            Take();
            Assert.Equal(cells, _reading.CellMv[.._reading.CellCount]);
            AssertValue(UartValue.MaxCellMv, cells.Max());
            AssertValue(UartValue.MinCellMv, cells.Min());
            AssertValue(UartValue.VoltageMv, (int)voltage * 10);
            AssertValue(UartValue.ChargePermille, (int)charge * 10);
        }).QuickCheckThrowOnFailure();

    private void AssertValue(UartValue value, int number)
    {
        Assert.Equal(Quality.Valid, _reading.QualityOf(value));
        Assert.Equal(number, _reading.Value(value));
    }

    private void Take(int code, uint value, int other, uint otherValue)
    {
        _writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        Assert.True(_writer.Add(code, value));
        Assert.True(_writer.Add(other, otherValue));
        _writer.Finish(0);
        Take();
    }

    private void Take()
    {
        Assert.True(Find());
        Assert.Equal(DecodeResult.Ok, _bms.Accept(_framer.Frame, _framer.Length, 0));
        _bms.Read(0, _reading);
    }

    private bool Find()
    {
        Assert.Equal(_writer.Length, _framer.Accept(_writer.Frame, 0, _writer.Length, 0));
        return _framer.Length == _writer.Length;
    }

    private string Written() => Convert.ToHexString(_writer.Frame, 0, _writer.Length);
}

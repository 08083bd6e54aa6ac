using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Uart;

public class BatteryCodeTests
{
    private const string Digits = "0123456789ABCDEFGHJKLMNPRSTVWXY";

    private readonly BatteryCodeParts _code = new();

    [Fact]
    public void A_code_seen_on_a_pack_is_read_in_its_parts()
    {
        Assert.True(Parse("0RJPEA00HAU0AAF131001955"));
        Assert.Equal(BatteryCodeForm.Full, _code.Form);
        Assert.Equal("0RJ", Part(BatteryCode.MakerOffset, BatteryCode.MakerLength));
        Assert.Equal(BatteryProduct.Pack, _code.Product);
        Assert.Equal(BatteryChemistry.Ternary, _code.Chemistry);
        Assert.Equal("A0", Part(BatteryCode.SpecificationOffset, BatteryCode.SpecificationLength));
        Assert.Equal("0HAU0AA", Part(BatteryCode.TraceOffset, BatteryCode.TraceLength));
        Assert.Equal((2025, 1, 3), (_code.Year, _code.Month, _code.Day));
        Assert.Equal(1_001_955u, _code.Serial);
    }

    [Theory]
    [InlineData("001CB310000000B5H0000001J", BatteryCodeForm.FullAndOne, 2021, 5, 17, 1u)]
    [InlineData("001MB31920123456740", BatteryCodeForm.Reuse, 2019, 2, 0, 0u)]
    [InlineData("001MB319211234567R1", BatteryCodeForm.Reuse, 2019, 2, 1, 1_234_567u)]
    [InlineData("04QPGX9ABCDEFGAC00000042", BatteryCodeForm.Full, 2020, 12, 31, 42u)]
    [InlineData("04QPZX9ABCDEFGC2T9999999", BatteryCodeForm.Full, 2022, 2, 26, 9_999_999u)]
    public void Codes_of_each_length_give_date_and_serial_number(
        string text, BatteryCodeForm form, int year, int month, int day, uint serial)
    {
        bool fits = Parse(text);
        Assert.Equal(form, _code.Form);
        Assert.Equal(day != 0, fits);
        if (fits)
        {
            Assert.Equal((year, month, day, serial), (_code.Year, _code.Month, _code.Day, _code.Serial));
        }
    }

    [Theory]
    [InlineData("", BatteryCodeFault.Empty)]
    [InlineData("0RJPEA00HAU0AAF13100195", BatteryCodeFault.Length)]
    [InlineData("0RJPEA00HAU0AAF131001955XX", BatteryCodeFault.Length)]
    [InlineData("QY2023110017", BatteryCodeFault.Own)]
    [InlineData("0RJPEA00HAU0AaF131001955", BatteryCodeFault.Character)]
    [InlineData("0RJPEA00HAU0A-F131001955", BatteryCodeFault.Character)]
    [InlineData("0RJXEA00HAU0AAF131001955", BatteryCodeFault.Product)]
    [InlineData("0RJPHA00HAU0AAF131001955", BatteryCodeFault.Chemistry)]
    [InlineData("0RJPEA00HAU0AAI131001955", BatteryCodeFault.Date)]
    [InlineData("0RJPEA00HAU0AAFD31001955", BatteryCodeFault.Date)]
    [InlineData("0RJPEA00HAU0AAF031001955", BatteryCodeFault.Date)]
    [InlineData("0RJPEA00HAU0AAF2X1001955", BatteryCodeFault.Date)]
    [InlineData("0RJPEA00HAU0AAF1310019A5", BatteryCodeFault.Serial)]
    public void A_code_that_does_not_fit_is_kept_as_it_came_with_the_reason(string text, BatteryCodeFault fault)
    {
        Assert.True(Parse("0RJPEA00HAU0AAF131001955"));
        Assert.False(Parse(text));
        Assert.Equal(fault, _code.Fault);
        Assert.Equal(text, Part(0, _code.Length));
        Assert.Equal(BatteryProduct.Unknown, _code.Product);
        Assert.Equal((0, 0, 0, 0u), (_code.Year, _code.Month, _code.Day, _code.Serial));
    }

    [Theory]
    [InlineData("0RJPEA00HAU0AAF131001955", 1_001_955u)]
    [InlineData("0RJPEA00HAU0AAF1310019557", 1_001_955u)]
    [InlineData("001MB319211234567R1", 1_234_567u)]
    [InlineData("QY20231100171", 1_100_171u)]
    [InlineData("QY20X31100A7", 0u)]
    [InlineData("123", 0u)]
    public void The_serial_number_stands_where_the_code_has_it(string text, uint serial) =>
        Assert.Equal(serial, BatteryCode.SerialOf(Encoding.ASCII.GetBytes(text), text.Length));

    [Fact]
    public void A_code_has_digits_and_capital_letters_only()
    {
        for (int letter = 0; letter < 256; letter++)
        {
            byte[] code = [(byte)'0', (byte)'Z', (byte)letter];
            Assert.Equal(char.IsAsciiDigit((char)letter) || char.IsAsciiLetterUpper((char)letter),
                BatteryCode.IsWritten(code, code.Length));
        }
    }

    [Fact]
    public void Leap_days_are_days_of_leap_years_only()
    {
        Assert.Equal(BatteryCodeFault.None, FaultOfDay("E2", 29));
        Assert.Equal(BatteryCodeFault.Date, FaultOfDay("F2", 29));
        Assert.Equal(BatteryCodeFault.Date, FaultOfDay("F4", 31));
    }

    [Fact]
    public void Any_date_of_the_standard_comes_back() => Prop.ForAll(
        Gen.Choose(0, (31 * 365) - 60).ToArbitrary(),
        days =>
        {
            DateTime date = new DateTime(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(days);
            char day = date.Day == 31 ? '0' : Digits[date.Day];
            Assert.True(Parse($"0RJCBA00HAU0AA{Digits[date.Year - 2010]}{Digits[date.Month]}{day}0000001"));
            Assert.Equal(date, new DateTime(_code.Year, _code.Month, _code.Day, 0, 0, 0, DateTimeKind.Utc));
        }).QuickCheckThrowOnFailure();

    private BatteryCodeFault FaultOfDay(string yearAndMonth, int day)
    {
        Parse($"0RJPEA00HAU0AA{yearAndMonth}{(day == 31 ? '0' : Digits[day])}1001955");
        return _code.Fault;
    }

    private bool Parse(string text) => _code.Parse(Encoding.ASCII.GetBytes(text), text.Length);

    private string Part(int offset, int length) => Encoding.ASCII.GetString(_code.Text, offset, length);
}

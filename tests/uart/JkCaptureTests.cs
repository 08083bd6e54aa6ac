using System.Globalization;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Uart;

/// <summary>
/// A request and an answer of a real BMS with 16 cells, in a text that lies outside the repository. One byte of the
/// answer was published as "0": between the fields 9F and A1 stands A0 with its A lost, and the checksum of the BMS
/// holds for A0 and for no other byte. As published the frame is therefore refused, as it would be from the wire; with
/// that one nibble put back it decodes whole.
/// </summary>
public sealed class JkCaptureTests
{
    private const int DamagedAt = 150;

    private readonly JkFramer _framer = new();
    private readonly JkBms _bms = new();
    private readonly UartReading _reading = new();
    private readonly byte[] _request;
    private readonly byte[] _answer;

    public JkCaptureTests()
    {
        string? folder = Environment.GetEnvironmentVariable("SWAPEDGE_REFERENCE");
        string path = Path.Combine(folder ?? "", "captures", "uart-jk-bd6a17s6p.txt");
        Assert.SkipUnless(folder is not null && File.Exists(path), "SWAPEDGE_REFERENCE names no folder with captures");
        _request = Bytes(path, ">>> ");
        _answer = Bytes(path, "<<< ");
    }

    [Fact]
    public void Our_request_is_the_one_that_was_sent()
    {
        var writer = new JkWriter();
        writer.WriteRequest();
        Assert.Equal(_request, writer.Frame[..writer.Length]);
    }

    [Fact]
    public void As_published_the_answer_is_refused_by_its_checksum_and_nothing_of_it_is_taken_for_a_frame()
    {
        Assert.Equal(0, _answer[DamagedAt]);
        Assert.Equal(_answer.Length, _framer.Accept(_answer, 0, _answer.Length, 0));
        Assert.Equal(0, _framer.Length);
        Assert.Equal(1u, _framer.Count(DecodeResult.Checksum));
        Assert.Equal((uint)_answer.Length, _framer.Skipped);
    }

    [Fact]
    public void One_byte_alone_makes_the_checksum_right()
    {
        List<int> right = [];
        for (int value = 0; value < 256; value++)
        {
            _answer[DamagedAt] = (byte)value;
            _framer.Accept(_answer, 0, _answer.Length, 0);
            if (_framer.Length > 0)
            {
                right.Add(value);
            }
        }

        Assert.Equal([0xA0], right);
    }

    [Fact]
    public void With_the_lost_nibble_put_back_the_answer_decodes_whole()
    {
        _answer[DamagedAt] = 0xA0;
        Assert.Equal(_answer.Length, _framer.Accept(_answer, 0, _answer.Length, 0));
        Assert.Equal(DecodeResult.Ok, _bms.Accept(_framer.Frame, _framer.Length, 0));
        Assert.Equal(0u, _bms.CutShort);
        _bms.Read(0, _reading);
        Assert.Equal(
            [
                3201, 3201, 3202, 3201, 3203, 3201, 3185, 3201, 3196, 3203, 3202, 3203, 3203, 3203, 3203, 3202,
            ],
            _reading.CellMv[.._reading.CellCount]);
        var expected = new Dictionary<UartValue, int>
        {
            [UartValue.VoltageMv] = 51_210, [UartValue.CurrentMa] = 690, [UartValue.ChargePermille] = 150,
            [UartValue.CapacityMah] = 81_000, [UartValue.Cycles] = 17, [UartValue.MaxCellMv] = 3_203,
            [UartValue.MinCellMv] = 3_185, [UartValue.MaxTemperatureC] = 16, [UartValue.MinTemperatureC] = 16,
            [UartValue.BoardTemperatureC] = 18, [UartValue.Alarms] = 0, [UartValue.Switches] = 3,
        };
        foreach (UartValue value in Enum.GetValues<UartValue>())
        {
            Assert.Equal(
                expected.ContainsKey(value) ? Quality.Valid : Quality.NotAvailable, _reading.QualityOf(value));
            Assert.Equal(expected.GetValueOrDefault(value), _reading.Value(value));
        }

        // What the cells add up to is what the BMS measures over all of them, to 20 mV.
        Assert.InRange(_reading.CellMv.Sum() - 51_210, -20, 20);
        Assert.Equal(16u, _bms.Raw(JkField.CellCount));
        Assert.Equal(1u, _bms.Raw(JkField.ProtocolVersion));
        Assert.Equal(1_280u, _bms.Raw(JkField.CycledCapacity));
        Assert.Equal("2106", _bms.Text(JkField.Made));
        Assert.Equal("H7.X__S7.1.0H__", _bms.Text(JkField.Software));
        Assert.Equal("BT3072020120000200521001", _bms.Text(JkField.MakerId));
    }

    private static byte[] Bytes(string path, string mark)
    {
        string line = File.ReadLines(path).Single(text => text.StartsWith(mark, StringComparison.Ordinal));
        return [.. line[mark.Length..].Trim().Split(':')
            .Select(hex => byte.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
    }
}

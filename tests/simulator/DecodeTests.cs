using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class DecodeTests
{
    [Fact]
    public void A_handshake_of_the_BMS_shows_its_voltage()
    {
        Assert.Contains("426.1 V", Decode("182756F4#A510"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_frame_shows_lock_connector_and_both_circuits()
    {
        string text = Decode("18FFF8A7#0056000000000000");
        Assert.Matches(@"life +0\b", text);
        Assert.Matches(@"lock pin +2 +locked", text);
        Assert.Matches(@"connector +1 +mated", text);
        Assert.Matches(@"discharge circuit +1 +connected", text);
        Assert.Matches(@"charge circuit +1 +connected", text);
    }

    [Theory]
    [InlineData("1CEC56F4#10310007FF000200", "request to send BRM: 49 bytes in 7 packets")]
    [InlineData("1CECF456#110701FFFF000200", "clear to send BRM: 7 packets from number 1")]
    [InlineData("1CEB56F4#0101010006B40039", "data packet 1: 01010006B40039")]
    [InlineData("1CECF456#13310007FF000200", "end of message BRM")]
    [InlineData("1CECF456#FF03FFFFFF000200", "abort of BRM: time-out")]
    [InlineData("081E56F4#F0F0F1FC", "CCS                          1  time-out")]
    [InlineData("1812F456#2A00A00F0000FDFF", "allowed")]
    [InlineData("181056F4#5217820F02", "-3 A  charging")]
    [InlineData("1807F456#36240816051520", "2015-05-16 08:24:36")]
    [InlineData("1807F456#FFFFFFFFFFFFFF", "not available")]
    [InlineData("1826F456#000100", "V1.0")]
    [InlineData("18FF5081#0102062532FF0012", "presence                     2  occupied")]
    [InlineData("18FF5081#0102062532FF0012", "charge stage                 1  handshake")]
    [InlineData("1882D0F3#7DFA102700000000", "50 %")]
    [InlineData("1881D0F3#0000000000000000", "high voltage off")]
    [InlineData("1830F456#0A", "current offset               1000 A")]
    [InlineData("183056F4#0A", "BCPP")]
    [InlineData("1802F3D0#6F036E3C59A90000", "110 km/h")]
    [InlineData("18FF45F4#96025AFF3C00075A", "602 V")]
    [InlineData("188CD0F3#01EEE22CEFF22CFF", "25 °C")]
    [InlineData("18F4D0F3#FEFFFFFF01000000", "429496729.4 kWh")]
    [InlineData("18123456#00", "unknown")]
    [InlineData("7FF#00", "11-bit identifier")]
    [InlineData("182756F4#A5", "too short")]
    public void A_frame_is_said_in_words(string frame, string expected)
    {
        Assert.Contains(expected, Decode(frame), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("182756F4")]
    [InlineData("182756F4#A51")]
    [InlineData("182756F4#GG")]
    [InlineData("82756F4#00")]
    [InlineData("FFFFFFFF#00")]
    [InlineData("182756F4#000000000000000000")]
    [InlineData("182756F4##1A510")]
    [InlineData("182756F4#R")]
    [InlineData("")]
    public void A_malformed_frame_is_wrong_usage_with_its_reason(string frame)
    {
        (int exitCode, string output, string error) = CliRun.Of("decode", frame);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("swapsim decode: " + frame + ": ", error, StringComparison.Ordinal);
    }

    private static string Decode(string frame)
    {
        (int exitCode, string output, string error) = CliRun.Of("decode", frame);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Empty(error);
        return output;
    }
}

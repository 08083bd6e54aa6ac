using System.Globalization;
using System.Text.Json;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class OwnTrafficTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".log");
    private readonly List<string> _lines = [];

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_whole_swap_on_the_vehicles_bus_replays_with_nothing_refused()
    {
        JsonElement summary = Replay(station => station.World.SwapBus);
        Assert.Empty(summary.GetProperty("refused").EnumerateArray());
        Assert.Equal(11, summary.GetProperty("messages").GetArrayLength());
        foreach (JsonElement message in summary.GetProperty("messages").EnumerateArray())
        {
            Assert.Equal(message.GetProperty("expectedMs").GetInt64(), message.GetProperty("meanMs").GetInt64());
        }
    }

    [Fact]
    public void The_station_link_replays_with_nothing_refused()
    {
        JsonElement summary = Replay(station => station.World.StationLink);
        Assert.Empty(summary.GetProperty("refused").EnumerateArray());
        Assert.Equal(
            ["bay grant", "bay pack", "bay request", "bay status", "lane phase"],
            summary.GetProperty("messages").EnumerateArray()
                .Select(message => message.GetProperty("message").GetString()));
    }

    [Theory]
    [InlineData(1, "charging")]
    [InlineData(2, "ended")]
    [InlineData(3, "charging")]
    public void A_charger_bus_replays_with_nothing_refused_and_no_warning(int bay, string lastStage)
    {
        JsonElement summary = Replay(station => station.World.Bays[bay - 1].Bus);

        // A log ends when the run does, at times within a session of several packets.
        Assert.All(summary.GetProperty("refused").EnumerateArray(), refusal =>
        {
            Assert.Equal("transport session that never ended", refusal.GetProperty("reason").GetString());
            Assert.InRange(refusal.GetProperty("firstLines")[0].GetInt32(), _lines.Count - 12, _lines.Count);
        });
        Assert.Empty(summary.GetProperty("warnings").EnumerateArray());
        Assert.Equal(lastStage, summary.GetProperty("stages").EnumerateArray().Last().GetProperty("stage").GetString());
    }

    private JsonElement Replay(Func<Station, Wire> wire)
    {
        using Station station = new(1);
        wire(station).Tapped = Record;
        Assert.Null(Demonstration.Run(station).Failure);
        File.WriteAllLines(_path, _lines);
        (int exitCode, string output, _) = CliRun.Of("replay", "--quiet", _path);
        Assert.Equal(ExitCode.Passed, exitCode);
        string last = output.TrimEnd().Split('\n')[^1];
        return JsonDocument.Parse(last).RootElement.GetProperty("summary");
    }

    private void Record(CanFrame frame) => _lines.Add(string.Create(
        CultureInfo.InvariantCulture, $"({frame.TimeMs / 1000m:0.000000}) can0 {FrameText.Format(frame)}"));
}

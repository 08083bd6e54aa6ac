using SwapEdge.Firmware;
using SwapEdge.Simulator.Settings;

namespace SwapEdge.Tests.StationSettings;

/// <summary>Settings that exist as an object, by way of a station file to what a board reads.</summary>
public sealed class StationTextTests
{
    [Theory]
    [InlineData("lane-1")]
    [InlineData("bays-1")]
    [InlineData("cabinet-1")]
    public void A_node_of_a_station_file_that_is_written_anew_is_the_same_file_for_the_board(string name)
    {
        StationFile file = StationFile.Read(Example.Path);
        string node = file.Nodes.First(one => one.Name.StartsWith(name[..4], StringComparison.Ordinal)).Name;
        CompiledNode given = file.Node(node);
        CompiledNode again = StationText.Compile(given.Settings);

        Assert.Equal(new SettingsCrc().Of(given.Settings), new SettingsCrc().Of(again.Settings));
        Assert.Equal((given.Kind, given.Board), (again.Kind, again.Board));
        Assert.Equal(again.DeviceForm, StationText.Compile(again.Settings).DeviceForm);
    }

    [Fact]
    public void What_a_station_file_cannot_say_or_may_not_say_is_refused()
    {
        NodeSettings settings = Example.Node(StationFile.Read(Example.Path), "lane-1").Settings.Copy();
        settings.Profile.LockPoints++;
        Assert.Contains("cannot say", Refusal(settings), StringComparison.Ordinal);
        settings.Profile.LockPoints--;
        settings.BrokerPort = 0;
        Assert.Contains("broker.port", Refusal(settings), StringComparison.Ordinal);
    }

    private static string Refusal(NodeSettings settings) =>
        Assert.Throws<ArgumentException>(() => StationText.Compile(settings)).Message;
}

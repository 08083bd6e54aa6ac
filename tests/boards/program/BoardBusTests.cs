using SwapEdge.Boards;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>How the boards open their buses.</summary>
public sealed class BoardBusTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(one => (byte)one)];

    [Fact]
    public void A_bay_node_only_listens_on_the_buses_of_its_chargers()
    {
        BoardRig rig = Opened(() => new SwapEdge.Boards.Esp32Wrover.Board(), "bays-1", "esp32-wrover");
        Assert.Equal(2, rig.Adapters.Count);
        Assert.All(rig.Adapters, adapter => Assert.Equal((true, true), (adapter.IsOpen, adapter.Listens)));
    }

    [Fact]
    public void A_lane_takes_part_on_its_pack_bus_and_its_link()
    {
        BoardRig rig = Opened(() => new SwapEdge.Boards.Esp32S3.Board(), "lane-1", "esp32-s3");
        Assert.Equal(2, rig.Adapters.Count);
        Assert.All(rig.Adapters, adapter => Assert.Equal((true, false), (adapter.IsOpen, adapter.Listens)));
    }

    private static BoardRig Opened(Func<NodeBoard> make, string node, string board)
    {
        BoardRig rig = new(make, BoardRig.SettingsOf(node, board), Key);
        rig.Adapters.Add(new SlcanAdapter(rig.Bench.Serial("COM2")));
        rig.Adapters.Add(new SlcanAdapter(rig.Bench.Serial("COM3")));
        rig.Start();
        rig.Run(1_000);
        return rig;
    }
}

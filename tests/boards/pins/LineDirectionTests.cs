using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Boards;

/// <summary>Each signal is on a line of its direction, and codes are written before what they are for.</summary>
public sealed class LineDirectionTests
{
    public static TheoryData<string> Boards => PinTests.Boards;

    [Theory]
    [MemberData(nameof(Boards))]
    public void Each_signal_is_on_a_line_of_its_own_direction(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        (int[] inputs, int[] outputs) = Signals(Ports(board, name));
        int[] heard = board.Board.HeartbeatHeard >= 0 ? [board.Board.HeartbeatHeard] : [];
        Assert.NotEmpty(outputs);
        Assert.All(outputs, line => Assert.True(IsOutput(board, line), $"{name}: line {line} is no output"));
        Assert.All([.. inputs, .. heard], line => Assert.False(IsOutput(board, line), $"{name}: line {line} is one"));
        Assert.Empty(inputs.Intersect(outputs));
        Assert.Equal(outputs.Length, outputs.Distinct().Count());
    }

    [Fact]
    public void A_lane_gives_bay_and_position_before_the_request_that_they_are_for()
    {
        WiredBoard board = WiredBoard.Of("esp32-s3");
        LaneIo lane = (LaneIo)((LanePorts)Ports(board, "esp32-s3")).Lane;
        int codes = Of(lane, "Bay").Concat(Of(lane, "Pack")).Max(line => line / Lines.Bank);
        Assert.True(codes < Of(lane, "Drives").Min(line => line / Lines.Bank));
    }

    private static NodePorts Ports(WiredBoard board, string name)
    {
        byte[] form = BoardRig.SettingsOf(board.Node, name);
        using (board.Rig.Bench.Use())
        {
            return board.Board.Open(DeployedSettings.Read(form, form.Length, [.. Profiles.All], out _));
        }
    }

    private static (int[] Inputs, int[] Outputs) Signals(NodePorts ports)
    {
        List<int> inputs = [];
        List<int> outputs = [];
        switch (ports)
        {
            case BayPorts bays:
                Places(WiredBoard.Field<int[][]>(bays.Bays, "Bays"), inputs, outputs);
                inputs.AddRange(Of(bays.Bays, "Panel"));
                break;
            case CabinetPorts cabinet:
                Places(WiredBoard.Field<int[][]>(cabinet.Cabinet, "Doors"), inputs, outputs);
                inputs.AddRange(Of(cabinet.Cabinet, "Panel"));
                outputs.AddRange([.. Of(cabinet.Cabinet, "Signs"), .. Of(cabinet.Cabinet, "Select")]);
                break;
            case LanePorts lane:
                inputs.AddRange(Of(lane.Lane, "Wiring"));
                inputs.AddRange(WiredBoard.Field<int[][]>(lane.Lane, "Positions").SelectMany(each => each));
                outputs.AddRange([.. Of(lane.Lane, "Drives"), .. Of(lane.Lane, "Bay"), .. Of(lane.Lane, "Pack")]);
                break;
            default:
                throw new NotSupportedException(ports.GetType().Name);
        }

        return ([.. inputs.Where(line => line >= 0)], [.. outputs.Where(line => line >= 0)]);
    }

    private static void Places(int[][] places, List<int> inputs, List<int> outputs)
    {
        foreach (int[] place in places)
        {
            for (int i = 0; i < place.Length; i++)
            {
                (i is PlaceLine.ChargePermit or PlaceLine.Latch ? outputs : inputs).Add(place[i]);
            }
        }
    }

    private static bool IsOutput(WiredBoard board, int line)
    {
        ILineBank bank = WiredBoard.Field<ILineBank[]>(board.Board.Lines, "_banks")[line / Lines.Bank];
        return bank is Mcp23s17
            ? (WiredBoard.Field<int>(bank, "_outputs") >> (line % Lines.Bank) & 1) != 0
            : line % Lines.Bank >= WiredBoard.Field<Array>(bank, "_inputs").Length;
    }

    private static int[] Of(object io, string field) => WiredBoard.Field<int[]>(io, field);
}

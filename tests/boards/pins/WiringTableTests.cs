using System.Text;
using System.Text.RegularExpressions;
using SwapEdge.Boards;
using SwapEdge.Boards.Flash;
using SwapEdge.Firmware;

namespace SwapEdge.Tests.Boards;

/// <summary>The wiring tables in the boards' READMEs are those of the boards. Written with UPDATE_DOCS=1.</summary>
public sealed partial class WiringTableTests
{
    private const string Begin = "<!-- wiring -->\n";
    private const string End = "<!-- /wiring -->";

    private static readonly string[] Place =
        ["pack present", "bay clear", "contactor open", "smoke loop closed", "charge permit", "selected",
            "latch closed", "latch"];

    private static readonly string[] Asking = ["key switch on", "confirm", "request 1", "request 2", "request 4"];

    private static readonly string[] CabinetPanel =
        [.. Asking, "abort", "manual", "maintenance", "closed", "safety chain", "fire loop", "user present"];

    private static readonly string[] Lane =
    [
        "safety chain", "release permitted", "fire loop", "key switch on", "confirm", "abort", "manual", "maintenance",
        "closed", "driver aborts", "vehicle present", "vehicle still", "vehicle in position", "handbrake on",
        "gear neutral", "hoist ready", "hoist tongue locked", "hoist pin seated", "hoist raised", "hoist loaded",
        .. Enumerable.Range(0, 8).Select(bit => $"pendant: {(Drive)(1 << bit)}"),
    ];

    private static readonly string[] Position =
        ["connector mated", "connector parted", "pack on vehicle", "pack in place 1", "pack in place 2"];

    public static TheoryData<string> Boards => PinTests.Boards;

    [Fact]
    public void Every_source_that_the_table_of_the_boards_README_names_is_there()
    {
        string boards = Path.Combine(Repository.Root, "boards");
        string[] named = [.. File.ReadLines(Path.Combine(boards, "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Named().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value))];
        Assert.InRange(named.Length, 15, 60);
        Assert.All(named, name => Assert.True(
            Directory.Exists(Path.Combine(boards, name)) || File.Exists(Path.Combine(boards, $"{name}.cs")), name));
    }

    [GeneratedRegex("`([a-zA-Z0-9/-]+)`")]
    private static partial Regex Named();

    [Theory]
    [MemberData(nameof(Boards))]
    public void The_wiring_tables_in_a_boards_README_are_those_of_the_board(string name)
    {
        WiredBoard board = WiredBoard.Of(name);
        string table = Pins(board) + Lines(board, name);
        string path = Path.Combine(Repository.Root, "boards", name, "README.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, string.Concat(page.AsSpan(0, start), table, page.AsSpan(end)));
            return;
        }

        Assert.True(page[start..end] == table, $"boards/{name}/README.md: wiring is stale; run with UPDATE_DOCS=1");
    }

    private static string Pins(WiredBoard board)
    {
        StringBuilder table = new("| GPIO | signal | |\n|---|---|---|\n");
        foreach ((string name, int pin) in board.Pins)
        {
            string direction = WiredBoard.IsInput(name) ? "input" : "output";
            string pull = WiredBoard.IsRequest(name) ? ", resistor to ground"
                : name.EndsWith("Select", StringComparison.Ordinal) ? ", resistor to 3.3 V" : "";
            table.Append(FormattableString.Invariant($"| {pin} | {name} | {direction}{pull} |\n"));
        }

        return table.ToString();
    }

    private static string Lines(WiredBoard board, string name)
    {
        byte[] form = BoardRig.SettingsOf(board.Node, name);
        NodeSettings settings = DeployedSettings.Read(
            form, form.Length, [.. SwapEdge.Simulator.Profiles.All], out _);
        NodePorts ports;
        using (board.Rig.Bench.Use())
        {
            ports = board.Board.Open(settings);
        }

        List<(int Line, string Signal)> lines = [];
        void Add(int[] wiring, string before, IEnumerable<string> names) => lines.AddRange(
            wiring.Zip(names).Where(one => one.First >= 0).Select(one => (one.First, before + one.Second)));
        int[] One(object of, string field) => WiredBoard.Field<int[]>(of, field);
        if (board.Board.HeartbeatHeard >= 32)
        {
            lines.Add((board.Board.HeartbeatHeard, "heartbeat heard"));
        }

        switch (ports)
        {
            case BayPorts bays:
                int[][] each = WiredBoard.Field<int[][]>(bays.Bays, "Bays");
                Enumerable.Range(0, each.Length).ToList().ForEach(i => Add(each[i], $"bay {i + 1}: ", Place));
                Add(One(bays.Bays, "Panel"), "panel: ", Asking);
                break;
            case CabinetPorts cabinet:
                int[][] doors = WiredBoard.Field<int[][]>(cabinet.Cabinet, "Doors");
                Enumerable.Range(0, doors.Length).ToList().ForEach(i => Add(doors[i], $"door {i + 1}: ", Place));
                Add(One(cabinet.Cabinet, "Panel"), "panel: ", CabinetPanel);
                Add(One(cabinet.Cabinet, "Signs"), "sign: ", Drives);
                Add(One(cabinet.Cabinet, "Select"), "BMS line: door, bit ", ["0", "1", "2"]);
                break;
            case LanePorts lane:
                Add(One(lane.Lane, "Wiring"), "", Lane);
                int[] position = WiredBoard.Field<int[][]>(lane.Lane, "Positions")[0];
                Add(position, "position 1: ", [.. Position, .. Enumerable.Range(0, 15).SelectMany(
                    i => new[] { $"lock point {i + 1} open", $"lock point {i + 1} closed" })]);
                Add(One(lane.Lane, "Drives"), "request: ", Drives);
                Add(One(lane.Lane, "Bay"), "bay, bit ", ["0", "1", "2", "3", "4"]);
                Add(One(lane.Lane, "Pack"), "position, bit ", ["0", "1", "2"]);
                break;
            default:
                break;
        }

        ILineBank[] banks = WiredBoard.Field<ILineBank[]>(board.Board.Lines, "_banks");
        StringBuilder table = new("\n| expander (address) | line | signal |\n|---|---|---|\n");
        foreach ((int line, string signal) in lines.OrderBy(one => one.Line))
        {
            if (banks[line / 32] is not Mcp23s17)
            {
                continue;
            }

            int address = (WiredBoard.Field<int>(banks[line / 32], "_opcode") >> 1) & 7;
            string place = FormattableString.Invariant($"GP{(line % 32 < 8 ? 'A' : 'B')}{line % 8}");
            table.Append(FormattableString.Invariant($"| {address} | {place} | {signal} |\n"));
        }

        return table.ToString();
    }

    private static IEnumerable<string> Drives =>
        Enumerable.Range(0, 14).Select(bit => ((Drive)(1 << bit)).ToString());
}

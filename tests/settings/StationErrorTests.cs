using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Settings;

namespace SwapEdge.Tests.StationSettings;

/// <summary>What the compiler says of a station that is wrong, and where.</summary>
public sealed class StationErrorTests
{
    [Theory]
    [InlineData("\"city\": \"linfen\"", "\"city\": ~\"Linfen\"", "city", "1 to 24 of a-z, 0-9 and '-' is expected")]
    [InlineData("\"city\": \"linfen\"", "\"city\": \"linfen\", ~\"town\": \"linfen\"", "town", "unknown field")]
    [InlineData("\"city\": \"linfen\",", "", "city", "is missing")]
    [InlineData("\"city\": \"linfen\"", "\"city\": \"a\", ~\"city\": \"b\"", "city", "is there twice")]
    [InlineData("\"tls\": true", "\"tls\": ~\"yes\"", "broker.tls", "true or false is expected")]
    [InlineData("8883", "~0", "broker.port", "0 is outside 1 to 65535")]
    [InlineData("8883", "~88.5", "broker.port", "a whole number from 1 to 65535 is expected")]
    [InlineData("\"port\": 8883", "~\"password\": \"x\", \"port\": 8883", "broker.password", "unknown field")]
    [InlineData("\"001PB\"", "~\"001pb\"", "packs.owned[1].permitted[0]",
        "the beginning of a code of GB/T 34014, 1 to 24 of 0-9 and A-Z is expected")]
    [InlineData("\"001PB\"", "~\"0RJPEA0\"", "packs.owned[1].permitted[0]",
        "is in packs.owned[0].permitted[0] already")]
    [InlineData("\"operator\": \"jinyuan-swap\",", "", "packs.owned[0].operators",
        "the station says no operator, so it would refuse these packs")]
    [InlineData("\"kind\": \"lane\"", "\"kind\": ~\"line\"", "nodes[0].kind", "one of lane, bays, cabinet is expected")]
    [InlineData("\"lane\": 1,", "", "nodes[0].lane", "is missing, at a node of kind lane")]
    [InlineData("\"lane\": 1,", "\"lane\": 1, \"bays\": ~[7, 8],", "nodes[0].bays",
        "has no meaning at a node of kind lane")]
    [InlineData("\"top-lift-truck\"", "~\"truck\"", "nodes[0].profile",
        "one of top-lift-truck, top-lift-truck-2, top-lift-truck-3, top-lift-truck-4, bottom-swap-car, "
        + "battery-cabinet, wheel-loader, port-tractor is expected")]
    [InlineData("\"Preparing\"", "~\"Admitting\"", "nodes[0].steps[0].phase", "no step of top-lift-truck")]
    [InlineData("[{ \"phase\"", "[{ \"phase\": \"Preparing\", \"limit_ms\": 2000 }, { \"phase\"",
        "nodes[0].steps[1].phase", "is there twice")]
    [InlineData("\"bays-1\"", "~\"lane-1\"", "nodes[1].node", "another node has this name")]
    [InlineData("145", "~144", "nodes[1].link_address", "another node has this address: lane-1")]
    [InlineData("\"lane\": 2", "\"lane\": ~1", "nodes[3].lane", "another node has this lane: lane-1")]
    [InlineData("[3, 4]", "[~2, 4]", "nodes[2].bays[0]", "another node has this bay: bays-1")]
    [InlineData("[3, 4]", "[4, ~4]", "nodes[2].bays[1]", "is there twice")]
    [InlineData("[3, 4]", "[3, ~17]", "nodes[2].bays[1]", "17 is outside 1 to 16")]
    [InlineData("[3, 4]", "~3", "nodes[2].bays", "a list in [ ] is expected")]
    [InlineData("[1, 1]", "~[1]", "nodes[1].interfaces", "one for each of bays is expected: 2, there are 1")]
    [InlineData("\"isolation_bays\": [4]", "\"isolation_bays\": [~2]", "nodes[2].isolation_bays[0]", "none of bays")]
    [InlineData("\"profile\": \"battery-cabinet\"", "\"profile\": ~\"top-lift-truck\"", "nodes[3].profile",
        "the firmware refuses it: Profile: a node with a lane and bays is a cabinet, and a cabinet has no hoist")]
    [InlineData("1048576", "~1000", "nodes[3].journal.capacity_bytes",
        "the firmware refuses it: Journal.CapacityBytes: at least two segments, or two appends of PendingBytes")]
    [InlineData("\"target_charge_permille\": 900", "\"settle_ms\": 100, \"debounce_ms\": ~100",
        "nodes[0].debounce_ms", "the firmware refuses it: DebounceMs: 50 to 2000, less than SettleMs")]
    public void An_error_names_the_field_with_its_place_and_the_reason(
        string was, string now, string path, string reason)
    {
        StationFile file = Example.With(was, now.Replace("~", "", StringComparison.Ordinal));
        SettingsError error = Assert.Single(file.Errors);
        Assert.Equal((path, reason), (error.Path, error.Reason));
        Assert.Empty(file.Nodes);
        int mark = now.IndexOf('~', StringComparison.Ordinal);
        if (mark >= 0)
        {
            string before = Example.Text[..Example.Text.IndexOf(was, StringComparison.Ordinal)] + now[..mark];
            Assert.Equal(
                (before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n')),
                (error.Line, error.Column));
        }
    }

    [Fact]
    public void All_errors_of_a_file_are_told_in_its_order()
    {
        StationFile file = StationFile.Parse("""
            {
              "station": "ü",
              "broker": [],
              "nodes": [{ "node": 1, "weather": "fine" }]
            }
            """u8);
        Assert.Equal(
            [
                "s.json:1:1: city: is missing",
                "s.json:2:14: station: 1 to 24 of a-z, 0-9 and '-' is expected",
                "s.json:3:13: broker: an object in { } is expected",
                "s.json:4:13: nodes[0].kind: is missing",
                "s.json:4:13: nodes[0].board: is missing",
                "s.json:4:23: nodes[0].node: 1 to 24 of a-z, 0-9 and '-' is expected",
                "s.json:4:26: nodes[0].weather: unknown field",
            ],
            file.Errors.Select(error => error.In("s.json")));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"städte\": 1,\n  \"ü\" 2\n}", 3, 7)]
    [InlineData("{} x", 1, 4)]
    [InlineData("[1, 2,]", 1, 7)]
    public void What_is_no_JSON_is_told_with_its_place(string text, int line, int column)
    {
        SettingsError error = Assert.Single(StationFile.Parse(Encoding.UTF8.GetBytes(text)).Errors);
        Assert.StartsWith("not JSON: ", error.Reason, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter() => Assert.Empty(
        StationFile.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Example.Text)]).Errors);

    [Fact]
    public void More_than_a_node_has_room_for_is_told()
    {
        IEnumerable<string> codes = Enumerable.Range(100, 64).Select(number => $"\"{number}PB\"");
        IEnumerable<string> long64 = Enumerable.Range(100, 64).Select(number => $"\"{number}PEA00HAU0AAF130001001\"");
        Assert.Empty(Example.With("\"001PB\"", string.Join(", ", codes)).Errors);
        Assert.Contains(
            new SettingsError(16, 5, "nodes[0]", "longer than the 2048 bytes that a node has for it"),
            Example.With("\"001PB\"", string.Join(", ", long64) + "] }, { \"owner\": \"a\", \"permitted\": ["
                + string.Join(", ", long64.Select(code => code.Replace("PE", "PF", StringComparison.Ordinal)))).Errors);
    }

    [Fact]
    public void No_bytes_make_the_compiler_throw_or_give_nodes_that_their_firmware_does_not_read()
    {
        Random random = new(3);
        byte[] whole = Encoding.UTF8.GetBytes(Example.Text);
        int compiled = 0;
        for (int i = 0; i < 4000; i++)
        {
            byte[] file = (byte[])whole.Clone();
            for (int k = random.Next(1, 3); k > 0; k--)
            {
                file[random.Next(file.Length)] = i % 2 == 0 ? (byte)random.Next(256) : whole[random.Next(file.Length)];
            }

            file = random.Next(4) == 0 ? file[..random.Next(file.Length)] : file;
            StationFile read = StationFile.Parse(file);
            Assert.NotEqual(read.Errors.Count == 0, read.Nodes.Count == 0);
            Assert.All(read.Nodes, node => Assert.Null(node.Settings.Flaw()));
            compiled += read.Nodes.Count > 0 ? 1 : 0;
        }

        Assert.InRange(compiled, 100, 3900);
    }
}

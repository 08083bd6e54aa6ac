using System.Globalization;
using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Simulator.Settings;

namespace SwapEdge.Tests.StationSettings;

/// <summary>A change in the field, from the file of a person to the message of a command.</summary>
public sealed class ChangeFileTests
{
    private static readonly NodeSettings Lane = StationFile.Read(Example.Path).Node("lane-1").Settings;

    [Fact]
    public void The_example_is_a_message_that_the_lane_of_the_example_takes()
    {
        string path = Path.Combine(Repository.Root, "protocol", "settings", "example-change.json");
        ChangeFile change = ChangeFile.Read(path, Lane);
        Assert.Empty(change.Errors);
        Settings.V1.Settings message = Settings.V1.Settings.Parser.ParseFrom(change.Message);
        Assert.Equal((4u, 4, 850u), ((uint)change.Version, (int)message.Version, message.TargetChargePermille));
        Assert.Equal(["0RJPEA0", "001PB", "001PC"], message.Packs.Owned.SelectMany(owned => owned.Permitted));
        NodeSettings read = SettingsReader.Read(change.Message, 0, change.Message.Length, Lane);
        Assert.Equal((4, 4, "jinyuan-swap"), (read.Version, read.Profile.RegisterVersion, read.Profile.Operator));
    }

    [Fact]
    public void Every_field_of_a_change_is_in_its_message()
    {
        ChangeFile change = ChangeFile.Parse("""
            {
              "version": 9, "watch_ms": 60000, "telemetry_interval_s": 20, "telemetry_bytes": 1000, "charger_w": 5000,
              "swap_limit_ms": 200000, "settle_ms": 1500, "debounce_ms": 100, "lock_disagree_ms": 900,
              "seat_disagree_ms": 4000, "connector_disagree_ms": 700, "lock_travel_ms": 150,
              "target_charge_permille": 800, "temperature_limit_c": 50, "temperature_least_c": -20,
              "connector_limit_c": 80, "isolation_bays": [], "interfaces": [1, 0], "vehicles": ["A", "BC"],
              "steps": [{ "phase": "Admitting", "limit_ms": 12345 }],
              "packs": {
                "version": 3, "permitted": ["002"],
                "owned": [{ "owner": "a", "permitted": ["0RJ"], "operators": ["b", "c"] }]
              }
            }
            """u8);
        Assert.Empty(change.Errors);
        Assert.Equal(
            """
            { "version": 9, "watchMs": 60000, "telemetryIntervalS": 20, "telemetryBytes": 1000, "chargerW": 5000, 
            "swapLimitMs": 200000, "settleMs": 1500, "debounceMs": 100, "lockDisagreeMs": 900, "seatDisagreeMs": 4000, 
            "connectorDisagreeMs": 700, "lockTravelMs": 150, "targetChargePermille": 800, "temperatureLimitC": 50, 
            "temperatureLeastC": -20, "connectorLimitC": 80, "isolationBays": "", "interfaces": "AQA=", 
            "vehicles": { "vehicle": [ "A", "BC" ] }, "steps": [ { "phase": 21, "limitMs": 12345 } ], 
            "packs": { "version": 3, "permitted": [ "002" ], 
            "owned": [ { "owner": "a", "permitted": [ "0RJ" ], "operators": [ "b", "c" ] } ] } }
            """.ReplaceLineEndings(""),
            Settings.V1.Settings.Parser.ParseFrom(change.Message).ToString());
    }

    public static TheoryData<string> Numbers =>
        [.. SettingsFields.Changes.Where(one => one.Shape.Kind == ShapeKind.Number).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_firmware_takes_the_ends_of_a_range_and_nothing_beyond_them(string name)
    {
        // Of these the firmware would take more: nobody needs it.
        string[] narrower = ["telemetry_bytes", "charger_w", "swap_limit_ms"];
        Shape range = SettingsFields.Changes.Single(field => field.Name == name).Shape;
        Assert.True(IsTaken(name, range.Least), "least");
        Assert.True(IsTaken(name, range.Most), "most");
        Assert.False(IsTaken(name, range.Least - 1), "less");
        Assert.Equal(narrower.Contains(name), IsTaken(name, range.Most + 1));
    }

    [Theory]
    [InlineData("{}", "1:1: version: is missing")]
    [InlineData("{\"version\": 0}", "1:13: version: 0 is outside 1 to 2147483647")]
    [InlineData("{\"version\": 1, \"node\": \"a\"}", "1:16: node: unknown field")]
    [InlineData("{\"version\": 1, \"bays\": [1]}", "1:16: bays: unknown field")]
    [InlineData("{\"version\": 1, \"packs\": {\"version\": 1, \"permitted\": [\"0\"], \"owned\": [{\"owner\": \"a\", "
        + "\"permitted\": [\"1\", \"0\"]}]}}", "1:104: packs.owned[0].permitted[1]: is in packs.permitted[0] already")]
    [InlineData("{\"version\": 1, \"debounce_ms\": 2000}",
        "1:1: the firmware refuses it: DebounceMs: 50 to 2000, less than SettleMs")]
    [InlineData("{\"version\": 1, \"telemetry_bytes\": 983041}",
        "1:1: the firmware refuses it: telemetry_bytes: at most what it was built with")]
    [InlineData("{\"version\": 1, \"steps\": [{\"phase\": \"Taking\", \"limit_ms\": 5000}]}",
        "1:1: the firmware refuses it: a step that its profile does not have")]
    public void A_change_that_is_wrong_is_refused_with_its_place(string text, string error)
    {
        ChangeFile change = ChangeFile.Parse(Encoding.UTF8.GetBytes(text), Lane);
        Assert.Equal("c:" + error, Assert.Single(change.Errors).In("c"));
        Assert.Empty(change.Message);
    }

    [Fact]
    public void A_change_that_no_command_has_room_for_is_refused()
    {
        string vehicles = string.Join(", ", Enumerable.Range(10, 21).Select(number => $"\"LFWSRXSJ0P1F000{number}\""));
        string text = $$"""{ "version": 1, "vehicles": [{{vehicles}}] }""";
        Assert.Equal(
            "longer than the 384 bytes that a command has for it",
            Assert.Single(ChangeFile.Parse(Encoding.UTF8.GetBytes(text)).Errors).Reason);
    }

    private static bool IsTaken(string name, long value)
    {
        // What must be so for an end of the range to be of use.
        string with = name switch
        {
            "settle_ms" when value > 30000 => ", \"steps\": [{ \"phase\": \"Verifying\", \"limit_ms\": 600000 }]",
            "debounce_ms" => ", \"settle_ms\": 5000",
            "lock_travel_ms" => ", \"lock_disagree_ms\": 10000",
            _ => "",
        };
        string number = value.ToString(CultureInfo.InvariantCulture);
        JsonPiece piece = JsonText.Parse(
            Encoding.UTF8.GetBytes($$"""{ "version": 1, "{{name}}": {{number}}{{with}} }"""), [])!;
        NodeSettings built = Lane.Copy();
        built.TelemetryBytes = int.MaxValue;
        byte[] message = DeviceWriter.Change(piece)!;
        return SettingsReader.Read(message, 0, message.Length, built) is not null;
    }
}

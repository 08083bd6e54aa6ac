using System.Reflection;
using System.Text.RegularExpressions;
using SwapEdge.Firmware;
using SwapEdge.Tests.Firmware;
using YamlDotNet.RepresentationModel;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.City;

/// <summary>asyncapi.yaml says what city.proto, the firmware and the broker's access list do.</summary>
public partial class AsyncApiTests
{
    private const string Root = "swap/v1/{city}/{station}/{node}/";

    private static readonly string Folder = Path.Combine(Repository.Root, "protocol", "city");

    private static readonly YamlMappingNode Document = Load();

    private static readonly Dictionary<string, Row> Channels = Operations();

    [Fact]
    public void It_has_the_topics_of_the_contract_with_their_messages_ways_and_whether_they_are_retained()
    {
        Row[] table = Table();
        Assert.InRange(table.Length, 5, 20);
        foreach (Row row in table)
        {
            Assert.Equal(row, Channels[row.Leaf]);
        }

        Assert.Empty(Channels.Keys.Except(table.Select(row => row.Leaf)));
    }

    [Fact]
    public void It_has_every_topic_of_the_firmware()
    {
        NodeSettings settings = new() { City = "{city}", Station = "{station}", Node = "{node}" };
        Topics topics = new(settings);
        string[] addresses = [.. typeof(Topics).GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Select(field => (string)field.GetValue(topics)!)];
        Assert.Equal(addresses.Order(), Channels.Keys.Select(leaf => Root + leaf).Order());
    }

    [Fact]
    public void Its_messages_are_in_city_proto()
    {
        string[] known = [.. Contract.CityReflection.Descriptor.MessageTypes.Select(type => type.Name), "text"];
        Assert.Empty(Table().Select(row => row.Message).Except(known));
        string[] bodies = [.. BodyName().Matches(File.ReadAllText(Path.Combine(Folder, "asyncapi.yaml")))
            .Select(match => match.Groups[1].Value)];
        Assert.Equal(["AckBody", "CommandBody"], bodies.Order());
        Assert.Empty(bodies.Except(known));
    }

    [Fact]
    public void The_firmware_retains_what_it_says_and_tells_no_other_states()
    {
        UplinkRig rig = new();
        rig.Store(1, 2);
        rig.Uplink.Alarm(1);
        rig.Run(1_000);
        rig.Uplink.Maintenance = true;
        rig.Run(1_000);
        Assert.Equal(["alarm", "birth", "event", "state"], rig.Port.Published
            .Select(message => message.Topic[UplinkRig.Root.Length..]).Distinct().Order());
        Assert.All(rig.Port.Published, message =>
        {
            Row row = Channels[message.Topic[UplinkRig.Root.Length..]];
            Assert.Equal((true, message.Retain), (row.ToCity, row.Retained));
        });
        YamlNode states = At(Document, "components", "messages", "State", "payload", "enum");
        Assert.Equal(["online", "maintenance", "lost"], ((YamlSequenceNode)states).Select(node => node.ToString()));
        Assert.Equal(["online", "maintenance"], rig.States);
        YamlNode will = At(Document, "servers", "broker", "bindings", "mqtt", "lastWill");
        Assert.Equal((Root + "state", "lost"), (At(will, "topic").ToString(), At(will, "message").ToString()));
    }

    [Fact]
    public void The_access_list_grants_each_side_its_topics_in_its_direction_and_no_others()
    {
        string[] granted = [.. File.ReadAllLines(Path.Combine(Folder, "mosquitto.acl"))
            .Where(line => line.StartsWith("topic", StringComparison.Ordinal)
                || line.StartsWith("pattern", StringComparison.Ordinal))];
        IEnumerable<string> expected = Channels.Values.SelectMany(row => (string[])
        [
            $"topic {(row.ToCity ? "read" : "write")} swap/v1/+/+/+/{row.Leaf}",
            $"pattern {(row.ToCity ? "write" : "read")} swap/v1/+/%u/+/{row.Leaf}",
        ]);
        Assert.Equal(expected.Order(), granted.Order());
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_all_is_sent_at_least_once()
    {
        string text = File.ReadAllText(Path.Combine(Folder, "asyncapi.yaml"));
        foreach (Match match in Reference().Matches(text))
        {
            string target = match.Groups[1].Value;
            if (target.StartsWith("#/", StringComparison.Ordinal))
            {
                At(Document, target[2..].Split('/'));
            }
            else
            {
                Assert.True(File.Exists(Path.Combine(Folder, target)), target);
            }
        }

        Assert.Equal("3.0.0", At(Document, "asyncapi").ToString());
        Assert.All(((YamlMappingNode)At(Document, "operations")).Children.Values,
            operation => Assert.Equal("1", At(operation, "bindings", "mqtt", "qos").ToString()));
    }

    /// <summary>The table at the head of city.proto.</summary>
    private static Row[] Table() => [.. TableRow().Matches(File.ReadAllText(Path.Combine(Folder, "city.proto")))
        .Select(match => new Row(match.Groups[1].Value, match.Groups[2].Value,
            match.Groups[3].Value == "node -> city", match.Groups[4].Value == "yes"))];

    private static Dictionary<string, Row> Operations()
    {
        Dictionary<string, Row> rows = [];
        foreach (YamlNode operation in ((YamlMappingNode)At(Document, "operations")).Children.Values)
        {
            YamlNode channel = Follow(At(operation, "channel"));
            YamlNode message = ((YamlMappingNode)At(channel, "messages")).Children.Values.Single();
            string address = At(channel, "address").ToString();
            Assert.StartsWith(Root, address, StringComparison.Ordinal);
            string leaf = address[Root.Length..];
            rows.Add(leaf, new Row(leaf, At(Follow(message), "name").ToString(),
                At(operation, "action").ToString() == "send",
                At(operation, "bindings", "mqtt", "retain").ToString() == "true"));
        }

        Assert.Equal(rows.Count, ((YamlMappingNode)At(Document, "channels")).Children.Count);
        return rows;
    }

    private static YamlNode Follow(YamlNode reference) =>
        At(Document, At(reference, "$ref").ToString()[2..].Split('/'));

    private static YamlNode At(YamlNode node, params string[] path) =>
        path.Aggregate(node, (at, key) => ((YamlMappingNode)at).Children[key]);

    private static YamlMappingNode Load()
    {
        using StreamReader reader = new(Path.Combine(Folder, "asyncapi.yaml"));
        YamlStream stream = [];
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex(@"^//   swap/v1/\{city\}/\{station\}/\{node\}/(\w+) +(\w+) +(node -> city|city -> node) +(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\$ref: '?([^'\s]+)'?")]
    private static partial Regex Reference();

    [GeneratedRegex(@"The body is an? (\w+)")]
    private static partial Regex BodyName();

    private sealed record Row(string Leaf, string Message, bool ToCity, bool Retained);
}

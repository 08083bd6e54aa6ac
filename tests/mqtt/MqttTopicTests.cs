using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

public class MqttTopicTests
{
    [Theory]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1", true)]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true)]
    [InlineData("#", "a/b", true)]
    [InlineData("sport/tennis/+", "sport/tennis/player1", true)]
    [InlineData("sport/tennis/+", "sport/tennis/player1/ranking", false)]
    [InlineData("sport/+", "sport", false)]
    [InlineData("sport/+", "sport/", true)]
    [InlineData("+/+", "/finance", true)]
    [InlineData("/+", "/finance", true)]
    [InlineData("+", "/finance", false)]
    [InlineData("#", "$SYS/uptime", false)]
    [InlineData("+/uptime", "$SYS/uptime", false)]
    [InlineData("$SYS/#", "$SYS/uptime", true)]
    [InlineData("a/b", "a/B", false)]
    public void Filters_match_as_in_section_4_7(string filter, string topic, bool matches)
    {
        Assert.Equal(matches, MqttTopic.Matches(filter, topic));
        using Broker broker = new();
        using Talk talk = new(broker);
        MqttClient client = talk.Connect("one");
        client.Subscribe(filter);
        talk.UntilQuiet();
        client.Publish(topic, [1], qos: 0);
        talk.UntilQuiet();
        Assert.Equal(matches ? 1 : 0, client.Inbox);
    }

    [Theory]
    [InlineData("sport/tennis#", false)]
    [InlineData("sport/#/ranking", false)]
    [InlineData("sport+", false)]
    [InlineData("", false)]
    [InlineData("+/tennis/#", true)]
    [InlineData("/", true)]
    public void Filters_are_well_formed_as_in_section_4_7(string filter, bool valid) =>
        Assert.Equal(valid, MqttTopic.IsFilter(filter));
}

using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

public class BrokerAddressTests
{
    [Theory]
    [InlineData("mqtt://localhost", "localhost", 1883, false)]
    [InlineData("mqtt://127.0.0.1:2000", "127.0.0.1", 2000, false)]
    [InlineData("mqtts://broker.example/", "broker.example", 8883, true)]
    [InlineData("mqtts://[::1]:8884", "::1", 8884, true)]
    public void An_address_has_a_host_a_port_and_says_whether_it_is_secure(
        string text, string host, int port, bool secure) =>
        Assert.Equal(new BrokerAddress(host, port, secure), BrokerAddress.Parse(text, out _));

    [Theory]
    [InlineData("localhost:1883")]
    [InlineData("http://localhost")]
    [InlineData("mqtt://")]
    [InlineData("mqtt://localhost/topic")]
    [InlineData("mqtt://name:word@localhost")]
    [InlineData("mqtt://localhost:70000")]
    [InlineData("")]
    public void What_is_no_address_is_refused_with_the_form_that_is(string text)
    {
        Assert.Null(BrokerAddress.Parse(text, out string refusal));
        Assert.Equal($"'{text}' is no broker: mqtt://host[:port] or mqtts://host[:port]", refusal);
    }
}

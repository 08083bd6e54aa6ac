using nanoFramework.M2Mqtt;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>Clients without TLS, for a broker inside the station.</summary>
    public sealed class PlainSource : IMqttSource
    {
        private readonly NetworkWatch _network;
        private readonly NodeSettings _settings;

        public PlainSource(NetworkWatch network, NodeSettings settings)
        {
            _network = network;
            _settings = settings;
        }

        public MqttClient Make()
        {
            return _network.IsReady
                ? new MqttClient(_settings.BrokerHost, _settings.BrokerPort, false, null, null, MqttSslProtocols.None)
                : null;
        }
    }
}

using nanoFramework.M2Mqtt;

namespace SwapEdge.Boards
{
    /// <summary>The board's side of a connection: address, TLS, certificates.</summary>
    public interface IMqttSource
    {
        /// <summary>
        /// A client that was never connected; null while there is no network, or no time for TLS. Resolves the broker's
        /// name, which may stall every thread, and throws when it cannot.
        /// </summary>
        MqttClient Make();
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The way to the city's broker: MQTT 3.1.1, QoS 1, with the will set by whoever made it. All results are polled.
    /// Not promised: that a connection is noticed as lost at once, or that a message is delivered only once.
    /// </summary>
    public interface IUplink
    {
        UplinkLink Link { get; }

        /// <summary>
        /// Starts a connection. On a device this may stall every thread for seconds (TLS), so the firmware calls it
        /// only while nothing moves.
        /// </summary>
        void Connect();

        /// <summary>
        /// Ends a connection, or the attempt at one; the link is not up when it returns, and what was not acknowledged
        /// is forgotten. May stall like <see cref="Connect"/>.
        /// </summary>
        void Disconnect();

        bool Subscribe(string topic);

        /// <summary>Hands over a message; topic and payload are copied before it returns.</summary>
        /// <returns>Message id from 1 to 65535, or 0 when it cannot be taken now.</returns>
        int Publish(string topic, byte[] payload, int length, bool retain);

        /// <summary>Next message id that the broker has acknowledged, or 0. Each is reported once.</summary>
        int Acknowledged();

        /// <summary>
        /// Copies the oldest received message into the caller's; false when there is none. One that is longer than
        /// the room comes with its length and without its bytes: its owner refuses it.
        /// </summary>
        bool Receive(UplinkMessage into);
    }
}

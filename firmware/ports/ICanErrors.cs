namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a driver of a CAN bus knows of the wire. A bus that knows it implements this beside <see cref="ICanBus"/>.
    /// </summary>
    public interface ICanErrors
    {
        // The counters of ISO 11898-1 as they are now, 0 to 255; above 127 the bus is error passive.
        int TransmitErrors { get; }
        int ReceiveErrors { get; }

        /// <summary>Times that the bus went off and was brought back, since start.</summary>
        int BusOffs { get; }
    }
}

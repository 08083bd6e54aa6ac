using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>One vehicle that may be served once, with the order of its swap.</summary>
    public sealed class Authorisation
    {
        public readonly byte[] Vehicle = new byte[EventRecord.VehicleRoom];
        public readonly byte[] Order = new byte[EventRecord.OrderRoom];
        public int OrderLength;

        /// <summary>0 while the place is free.</summary>
        public int VehicleLength;

        /// <summary>It ends there, in milliseconds since boot.</summary>
        public long UntilMs;
    }
}

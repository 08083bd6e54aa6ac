using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a role tells of one of its buses: <see cref="NodeRole.ReadBus"/>.</summary>
    public sealed class BusFigures
    {
        public BusKind Kind;

        /// <summary>Of a charger's bus; 0 otherwise.</summary>
        public int Bay;

        /// <summary>Frames that nobody read in time; of a pack line, questions without an answer.</summary>
        public uint Lost;

        /// <summary>Null where the driver knows nothing of the wire.</summary>
        public ICanErrors Errors;

        /// <summary>By DecodeResult; null where nobody counts.</summary>
        public uint[] Frames;

        /// <summary>The last frame, of length 0 before the first; null where there are none.</summary>
        public CanFrame Last;

        public void Take(BusKind kind, int bay, ICanBus bus, uint[] frames, CanFrame last)
        {
            Kind = kind;
            Bay = bay;
            Lost = (uint)bus.Overflows;
            Errors = bus as ICanErrors;
            Frames = frames;
            Last = last;
        }
    }
}

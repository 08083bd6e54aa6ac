using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>One subject: its block in the making, and the ring of short blocks from which black boxes are
    /// made.</summary>
    public sealed class TelemetryTrack
    {
        /// <summary>Longest block, bytes: 60 samples of a charging pack take about 320.</summary>
        public const int BlockRoom = 512;

        /// <summary>Slots of the ring: at least 40 s are whole, whatever the samples hold.</summary>
        public const int Slots = 7;

        /// <summary>Bytes of a slot: 10 samples take about 110; of 7 there is room however much they change.</summary>
        public const int SlotRoom = 400;

        public readonly TelemetryBlock Block = new TelemetryBlock(BlockRoom);
        public readonly TelemetryBlock[] Ring = new TelemetryBlock[Slots];

        /// <summary>The slot that is being filled.</summary>
        public int Slot;

        public TelemetryTrack()
        {
            for (int i = 0; i < Slots; i++)
            {
                Ring[i] = new TelemetryBlock(SlotRoom);
            }
        }

        /// <summary>The slot is over, the oldest one is filled next.</summary>
        public void Turn()
        {
            if (Ring[Slot].Count > 0)
            {
                Slot = (Slot + 1) % Slots;
                Ring[Slot].Count = 0;
            }
        }
    }
}

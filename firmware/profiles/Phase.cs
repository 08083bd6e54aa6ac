namespace SwapEdge.Firmware
{
    /// <summary>Where a swap stands. Numbers are stored and sent: for ever, append only.</summary>
    public enum Phase
    {
        /// <summary>No vehicle, nothing moves.</summary>
        Idle = 0,

        /// <summary>Who is it, and may it be served?</summary>
        Identifying = 1,

        /// <summary>Vehicle inside its limits and still.</summary>
        Positioning = 2,

        /// <summary>Handbrake, neutral, high voltage off.</summary>
        Preparing = 3,

        /// <summary>The pack that comes in: code, alarms, temperatures, insulation.</summary>
        Accepting = 4,

        /// <summary>Two bays reserved; the pack that goes out is ready.</summary>
        Choosing = 5,

        /// <summary>Hoist takes hold before the lock opens.</summary>
        Gripping = 6,
        Unlocking = 7,
        Lifting = 8,
        Stowing = 9,
        Fetching = 10,
        Placing = 11,

        /// <summary>Pressed down until both circuits of the connector are made.</summary>
        Mating = 12,
        Locking = 13,

        /// <summary>Still: lock, connector, planned pack, insulation, temperatures.</summary>
        Verifying = 14,

        /// <summary>Hoist lets go and rises.</summary>
        Withdrawing = 15,

        /// <summary>Vehicle told; waits until it has left.</summary>
        Releasing = 16,

        /// <summary>Nothing moves; a person looks and confirms.</summary>
        Held = 17,

        /// <summary>Nothing moves; the cause must go away before a person can take over.</summary>
        Stopped = 18,

        /// <summary>Closed to vehicles by a latch that survives restart.</summary>
        OutOfService = 19,

        /// <summary>A technician asks for drives by hand, within the interlocks.</summary>
        Maintenance = 20,

        // A cabinet: doors instead of a hoist, and a person's hands.

        /// <summary>The empty door opens.</summary>
        Admitting = 21,

        /// <summary>Waits for the old pack, and for the door to be shut.</summary>
        Inserting = 22,

        /// <summary>The door with the full pack opens.</summary>
        Dispensing = 23,

        /// <summary>Waits until the new pack is taken out and the door is shut.</summary>
        Taking = 24,

        /// <summary>The door of a pack that is not accepted opens again.</summary>
        GivingBack = 25,

        /// <summary>Waits until the refused pack is taken out and the door is shut.</summary>
        Returning = 26,
    }
}

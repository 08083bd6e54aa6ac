using System;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What the node asks for. What is in <see cref="Stored"/> is given only in a phase that has been stored; the
    /// rest tells people and the vehicle to wait.
    /// </summary>
    [Flags]
    public enum Drive
    {
        None = 0,

        /// <summary>Hoist: go to the vehicle and grip the pack that sits there.</summary>
        Grip = 0x01,

        /// <summary>Lock: open.</summary>
        Unlock = 0x02,

        /// <summary>Hoist: raise what it grips.</summary>
        Lift = 0x04,

        /// <summary>Hoist: put the pack into the named bay, let go, raise.</summary>
        Stow = 0x08,

        /// <summary>Hoist: grip the pack in the named bay, raise.</summary>
        Fetch = 0x10,

        /// <summary>Hoist: lower the pack onto the vehicle and press until the connector mates.</summary>
        Place = 0x20,

        /// <summary>Lock: close.</summary>
        Lock = 0x40,

        /// <summary>Hoist: let go, raise, stand by.</summary>
        Withdraw = 0x80,

        /// <summary>Vehicle light: stay.</summary>
        HoldVehicle = 0x100,

        /// <summary>Vehicle told: success, high voltage allowed, drive.</summary>
        ReleaseVehicle = 0x200,

        /// <summary>Stack light and horn: a person is needed.</summary>
        CallPerson = 0x400,

        /// <summary>Horn: leave the lane.</summary>
        SoundAlarm = 0x800,

        /// <summary>Cabinet: unlatch the named door.</summary>
        OpenDoor = 0x1000,

        /// <summary>Sign at the lane: closed.</summary>
        ShowClosed = 0x2000,

        /// <summary>Everything that moves something.</summary>
        Motion = 0x10FF,

        /// <summary>What is given only in a phase that is stored: motion, and the vehicle's permit to drive.</summary>
        Stored = Motion | ReleaseVehicle,
    }
}

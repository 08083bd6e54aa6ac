using System;

namespace SwapEdge.Protocol
{
    /// <summary><c>SwapSummary</c> of city.proto: what only the end of a swap knows. Part of an event,
    /// reused.</summary>
    public sealed class SwapSummary
    {
        /// <summary>Phases a swap can be in: those of a hoist, held, stopped and maintenance.</summary>
        public const int StepRoom = 20;

        /// <summary>Characters of a profile's name.</summary>
        public const int ProfileRoom = 24;

        public SwapResult Result;
        public int Held;
        public int Confirmed;
        public Issuer ConfirmedBy;
        public int Restarts;
        public readonly byte[] Profile = new byte[ProfileRoom];
        public int ProfileLength;
        public int ProfileVersion;
        public uint SettingsCrc;

        /// <summary>Of the pack register, 0 for none.</summary>
        public int RegisterVersion;

        /// <summary>Tenths of a kilometre, or <see cref="EventRecord.NotKnown"/>.</summary>
        public int MileageTenthKm = EventRecord.NotKnown;

        // By step; how many of them count says StepCount.
        public readonly int[] StepPhase = new int[StepRoom];
        public readonly int[] StepTries = new int[StepRoom];
        public readonly int[] StepMs = new int[StepRoom];
        public readonly int[] StepLimitMs = new int[StepRoom];
        public int StepCount;

        public void Clear()
        {
            Result = SwapResult.None;
            Held = 0;
            Confirmed = 0;
            ConfirmedBy = Issuer.None;
            Restarts = 0;
            Array.Clear(Profile, 0, ProfileRoom);
            ProfileLength = 0;
            ProfileVersion = 0;
            SettingsCrc = 0;
            RegisterVersion = 0;
            MileageTenthKm = EventRecord.NotKnown;
            Array.Clear(StepPhase, 0, StepRoom);
            Array.Clear(StepTries, 0, StepRoom);
            Array.Clear(StepMs, 0, StepRoom);
            Array.Clear(StepLimitMs, 0, StepRoom);
            StepCount = 0;
        }
    }
}

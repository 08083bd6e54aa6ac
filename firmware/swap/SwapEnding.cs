using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>How a swap that is over is called.</summary>
    public static class SwapEnding
    {
        /// <param name="was">What the lane remembered before it became idle.</param>
        /// <param name="tally">Where the swap has been.</param>
        /// <param name="isIn">The last pack that came in is in custody.</param>
        /// <param name="isServed">Every new pack went out.</param>
        public static SwapResult Of(SwapState was, SwapTally tally, bool isIn, bool isServed)
        {
            if (isServed)
            {
                return SwapResult.Completed;
            }

            if (was.Aborted)
            {
                return SwapResult.Aborted;
            }

            if (was.Phase == Phase.Held)
            {
                return SwapResult.VehicleLeft;
            }

            if (was.Phase != Phase.Releasing)
            {
                return SwapResult.NotServed;
            }

            // A cabinet has been at its doors.
            if (!tally.Has(Phase.Admitting))
            {
                return SwapResult.PutBack;
            }

            return isIn ? SwapResult.NotTaken
                : tally.Has(Phase.Returning) ? SwapResult.GivenBack : SwapResult.NotInserted;
        }

        /// <summary>Writes what an end says beside its result.</summary>
        public static void Write(EventRecord ended, SwapTally tally, NodeSettings settings)
        {
            SwapProfile profile = settings.Profile;
            ended.DurationMs = SwapTally.Milliseconds(tally.TotalMs);
            ended.LimitMs = (int)profile.SwapLimitMs;
            ended.Retries = tally.Retries;
            tally.Write(ended.Summary);
            ended.Summary.ProfileLength = Ascii.Write(profile.Name, ended.Summary.Profile, 0);
            ended.Summary.ProfileVersion = profile.Version;
            ended.Summary.RegisterVersion = profile.RegisterVersion;
            ended.Summary.SettingsCrc = settings.Crc;
        }
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Two contacts that must say opposite things, the same in two passes in a row.</summary>
    public sealed class BayContacts
    {
        private BayPresence _last;

        public BayPresence Presence;

        /// <summary>True when they have settled on something new; <see cref="Presence"/> then is it.</summary>
        public bool Take(BayInputs inputs)
        {
            BayPresence seen = inputs.PackPresent
                ? (inputs.BayClear ? BayPresence.Contradictory : BayPresence.Occupied)
                : (inputs.BayClear ? BayPresence.Empty : BayPresence.Unknown);
            bool settled = seen == _last;
            _last = seen;
            if (!settled || seen == Presence)
            {
                return false;
            }

            Presence = seen;
            return true;
        }
    }
}

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Hears whether anybody speaks on a charger's bus while charging is permitted. Where neither charger nor BMS is
    /// heard nobody watches the pack, so the permit is withdrawn. A charger wakes a BMS only once it is permitted:
    /// until its contactor closes it has time for that, and a silent bus is tried again now and then.
    /// </summary>
    public sealed class ChargerEar
    {
        /// <summary>With the contactor closed: no message of GB/T 27930 may be missing for longer.</summary>
        public const int SilentMs = ChargeLimits.GeneralMs;

        /// <summary>With the contactor open: as long as a handshake may take.</summary>
        public const int WakeMs = ChargeLimits.HandshakeMs;

        /// <summary>Heard for so long without a pause a bus counts again.</summary>
        public const int SteadyMs = 10000;

        /// <summary>A silent bus is tried again after so long.</summary>
        public const int AgainMs = 600000;

        private bool _given;
        private long _givenMs;
        private long _heardMs = -SilentMs - 1;
        private long _speaksMs;
        private long _silentMs;

        /// <summary>Nobody was heard while charging was permitted, nor steadily since.</summary>
        public bool IsSilent;

        /// <summary>A message of charger or BMS has come.</summary>
        public void Hear(long nowMs)
        {
            _speaksMs = nowMs - _heardMs > SilentMs ? nowMs : _speaksMs;
            _heardMs = nowMs;
        }

        /// <summary>Whether a permit may be given, or goes on.</summary>
        public bool Allows(long nowMs)
        {
            IsSilent = IsSilent && (nowMs - _heardMs > SilentMs || nowMs - _speaksMs < SteadyMs);
            return !IsSilent || _given || nowMs - _silentMs >= AgainMs;
        }

        /// <summary>What remains of a permit.</summary>
        /// <param name="given">By all else.</param>
        /// <param name="contactorOpen">The charger's.</param>
        /// <param name="isOver">The session has ended in order: with the contactor open nobody need speak.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public bool Judge(bool given, bool contactorOpen, bool isOver, long nowMs)
        {
            _givenMs = given && !_given ? nowMs : _givenMs;
            _given = given;
            long sinceMs = _heardMs > _givenMs ? _heardMs : _givenMs;
            bool rests = contactorOpen && isOver;
            if (given && !rests && nowMs - sinceMs > (contactorOpen ? WakeMs : SilentMs))
            {
                IsSilent = true;
                _silentMs = nowMs;
                _given = false;
            }

            return _given;
        }

        /// <summary>The pack is gone.</summary>
        public void Reset()
        {
            IsSilent = false;
            _given = false;
        }
    }
}

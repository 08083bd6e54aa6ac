using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>The two doors of a swap: one for the old pack, one with the new.</summary>
    public sealed class DoorPlan
    {
        private readonly CabinetDoor[] _doors;
        private readonly int _targetPermille;
        private bool _left;

        /// <summary>Place of the door for the old pack; -1 while none is chosen.</summary>
        public int Store = -1;

        /// <summary>Place of the door with the new pack; -1 while none is chosen.</summary>
        public int Take = -1;

        /// <summary>Serial of the pack that was behind the take door when it was chosen; 0 while none is.</summary>
        public uint PlannedSerial;

        /// <summary>How the last choices fell.</summary>
        public readonly DoorChoice StoreChoice = new DoorChoice();
        public readonly DoorChoice TakeChoice = new DoorChoice();

        public DoorPlan(CabinetDoor[] doors, int targetPermille)
        {
            _doors = doors;
            _targetPermille = targetPermille;
        }

        /// <summary>Number of the door for the old pack, 0 while none is chosen.</summary>
        public int StoreBay
        {
            get { return Store < 0 ? 0 : _doors[Store].Number; }
        }

        /// <summary>Number of the door with the new pack, 0 while none is chosen.</summary>
        public int TakeBay
        {
            get { return Take < 0 ? 0 : _doors[Take].Number; }
        }

        /// <summary>Chooses what is not chosen yet, or no longer fits.</summary>
        public void Choose(long nowMs)
        {
            if (Store < 0 || _doors[Store].ForStoring() != PassedOver.None)
            {
                Store = StoreChoice.ToStore(_doors);
            }

            if (Take < 0 || _doors[Take].ForTaking(_targetPermille, true, nowMs) != PassedOver.None)
            {
                Take = TakeChoice.ToTake(_doors, _targetPermille, nowMs);
                PlannedSerial = Take < 0 ? 0 : _doors[Take].Pack.Serial;
                _left = false;
            }
        }

        /// <summary>A pack could be given out, were somebody to ask now.</summary>
        public bool HasPack(long nowMs)
        {
            return TakeChoice.ToTake(_doors, _targetPermille, nowMs) >= 0;
        }

        /// <summary>A pack could be taken in, were somebody to ask now.</summary>
        public bool HasEmpty()
        {
            return StoreChoice.ToStore(_doors) >= 0;
        }

        /// <summary>The pack that was chosen is still there and may be given out now.</summary>
        public bool IsNewPackReady(long nowMs)
        {
            return Take >= 0 && _doors[Take].Pack.Serial == PlannedSerial
                && _doors[Take].ForTaking(_targetPermille, false, nowMs) == PassedOver.None;
        }

        /// <summary>The planned pack was taken out, whatever has been put there since. Asked in every pass.</summary>
        public bool HasLeft()
        {
            if (Take >= 0)
            {
                uint serial = _doors[Take].Pack.Serial;
                _left |= _doors[Take].Presence == BayPresence.Empty || (serial != 0 && serial != PlannedSerial);
            }

            return _left;
        }

        public bool IsStoreReady
        {
            get { return Store >= 0 && _doors[Store].ForStoring() == PassedOver.None; }
        }

        /// <summary>Goes on with the doors of a swap that a restart interrupted.</summary>
        public void Resume(int store, int take, uint plannedSerial)
        {
            Store = store;
            Take = take;
            PlannedSerial = plannedSerial;
            StoreChoice.Reason = ChoiceReason.Resumed;
            TakeChoice.Reason = ChoiceReason.Resumed;
        }

        public void Clear()
        {
            Store = -1;
            Take = -1;
            PlannedSerial = 0;
            _left = false;
            StoreChoice.Clear();
            TakeChoice.Clear();
        }
    }
}

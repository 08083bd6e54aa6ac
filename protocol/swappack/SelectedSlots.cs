namespace SwapEdge.Protocol
{
    /// <summary>Copies of a message whose first field selects what the rest means: one for each selector.</summary>
    public sealed class SelectedSlots
    {
        private readonly Signal _selector;
        private readonly MessageSlot[] _slots;

        /// <summary>Keeps the selectors 0 to last.</summary>
        public SelectedSlots(Signal selector, int last)
        {
            _selector = selector;
            _slots = new MessageSlot[last + 1];
            for (int i = 0; i < _slots.Length; i++)
            {
                _slots[i] = new MessageSlot(SwapPackMessages.Length);
            }
        }

        /// <summary>Ok, or NoRoom for a selector that is none of those kept.</summary>
        public DecodeResult Accept(byte[] data, long timeMs)
        {
            int selector = _selector.Read(data);
            if (selector >= _slots.Length)
            {
                return DecodeResult.NoRoom;
            }

            _slots[selector].Copy(data, SwapPackMessages.Length, timeMs);
            return DecodeResult.Ok;
        }

        public MessageSlot Slot(int selector)
        {
            return _slots[selector];
        }

        public void Reset()
        {
            for (int i = 0; i < _slots.Length; i++)
            {
                _slots[i].Clear();
            }
        }
    }
}

namespace SwapEdge.Protocol
{
    /// <summary>Copies of a message whose first field selects what the rest means: one for each selector.</summary>
    public sealed class SelectedSlots
    {
        private readonly long _selector;
        private readonly MessageSlot[] _slots;

        /// <summary>Keeps the selectors 0 to last.</summary>
        public SelectedSlots(long selector, int last)
        {
            _selector = selector;
            _slots = new MessageSlot[last + 1];
            for (int i = 0; i < _slots.Length; i++)
            {
                _slots[i] = new MessageSlot(SwapPackMessages.Length);
            }
        }

        /// <summary>Takes a frame. One of another selector is none of those kept: left alone.</summary>
        public void Accept(byte[] data, long timeMs)
        {
            int selector = _selector.Read(data);
            if (selector < _slots.Length)
            {
                _slots[selector].Copy(data, SwapPackMessages.Length, timeMs);
            }
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

using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>The order of a swap: told before the vehicle comes, taken over when its swap begins.</summary>
    public sealed class SwapOrder
    {
        private readonly byte[] _text = new byte[EventRecord.OrderRoom];
        private readonly byte[] _next = new byte[EventRecord.OrderRoom];
        private int _length;
        private int _nextLength;
        private bool _taken;

        /// <summary>The order of the next swap. False, and nothing kept, when it is too long.</summary>
        public bool Set(byte[] text, int length)
        {
            if (length < 0 || length > _next.Length)
            {
                return false;
            }

            System.Array.Copy(text, 0, _next, 0, length);
            _nextLength = length;
            _taken = false;
            return true;
        }

        /// <summary>A swap begins; one without an order has none.</summary>
        public void Begin()
        {
            System.Array.Copy(_next, 0, _text, 0, _nextLength);
            _length = _nextLength;
            _taken = true;
        }

        /// <summary>The swap is over; the order of one that was not served waits for the next.</summary>
        public void End(SwapResult result)
        {
            _nextLength = _taken && result != SwapResult.NotServed ? 0 : _nextLength;
            _taken = false;
        }

        /// <summary>The vehicle is known: its authorisation, if it has one, names the order.</summary>
        public void Take(Authorisation authorisation)
        {
            if (authorisation != null && authorisation.OrderLength != 0)
            {
                System.Array.Copy(authorisation.Order, 0, _text, 0, authorisation.OrderLength);
                _length = authorisation.OrderLength;
            }
        }

        /// <summary>Takes over what an event of the swap says, if it does.</summary>
        public void Recall(EventRecord told)
        {
            if (told.OrderLength != 0)
            {
                System.Array.Copy(told.Order, 0, _text, 0, told.OrderLength);
                _length = told.OrderLength;
            }
        }

        public void Write(EventRecord record)
        {
            System.Array.Copy(_text, 0, record.Order, 0, _length);
            record.OrderLength = _length;
        }
    }
}

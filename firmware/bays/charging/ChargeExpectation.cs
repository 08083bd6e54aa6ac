using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>A message that must come in a stage, and by when.</summary>
    public sealed class ChargeExpectation
    {
        public readonly ChargeStage Stage;
        public readonly ChargeMessage Message;

        /// <summary>
        /// The time runs from this message (from its "ready" or "recognised", where it has one); from the start of the
        /// stage with None.
        /// </summary>
        public readonly ChargeMessage After;
        public readonly int LimitMs;

        /// <summary>It must come again and again, no further apart than the limit.</summary>
        public readonly bool Repeats;

        public ChargeExpectation(ChargeStage stage, ChargeMessage message, ChargeMessage after, int limitMs,
            bool repeats)
        {
            Stage = stage;
            Message = message;
            After = after;
            LimitMs = limitMs;
            Repeats = repeats;
        }
    }
}

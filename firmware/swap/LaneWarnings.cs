using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Writes a lane's warnings into the journal.</summary>
    public sealed class LaneWarnings
    {
        /// <summary>Act soon.</summary>
        private const int Level = 2;

        private readonly EventWriter _events;

        public LaneWarnings(EventWriter events)
        {
            _events = events;
        }

        public void Raise(LaneWarning warning, int value, long nowMs)
        {
            EventRecord record = _events.Begin(EventKind.WarningRaised, nowMs);
            record.LaneWarning = (int)warning;
            record.Level = Level;
            record.Value = value;
            _events.Add();
        }

        public void Clear(LaneWarning warning, int value, long nowMs)
        {
            EventRecord record = _events.Begin(EventKind.WarningCleared, nowMs);
            record.LaneWarning = (int)warning;
            record.Value = value;
            _events.Add();
        }
    }
}

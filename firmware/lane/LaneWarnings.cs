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
            Add(EventKind.WarningRaised, Level, warning, value, nowMs);
        }

        public void Clear(LaneWarning warning, int value, long nowMs)
        {
            Add(EventKind.WarningCleared, 0, warning, value, nowMs);
        }

        private void Add(EventKind kind, int level, LaneWarning warning, int value, long nowMs)
        {
            EventRecord record = _events.Begin(kind, nowMs);
            record.LaneWarning = (int)warning;
            record.Level = level;
            record.Value = value;
            _events.Add();
        }
    }
}

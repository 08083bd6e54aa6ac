using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Whether the pack of a bay is kept apart: neither given out nor charged until a person clears it. That outlives
    /// a restart; what cannot be read then counts as isolated.
    /// </summary>
    public sealed class BayIsolation
    {
        private readonly bool _forIsolation;
        private readonly BayRecords _records;
        private IsolationReason _remembered;

        /// <summary>The pack here is isolated.</summary>
        public bool Stands;

        public BayIsolation(bool forIsolation, BayRecords records)
        {
            _forIsolation = forIsolation;
            _records = records;
        }

        /// <summary>What a lane is told: the pack is isolated, or the empty bay is for such packs only.</summary>
        public bool IsReported
        {
            get { return Stands || (_forIsolation && !_records.HasPack); }
        }

        public void Start(bool wasIsolated, bool memoryLost)
        {
            Stands = wasIsolated || memoryLost;
            _remembered = memoryLost ? IsolationReason.MemoryLost : IsolationReason.Remembered;
        }

        /// <summary>A pack has come or was found. What is remembered is of the pack that was found.</summary>
        public void Arrived(long nowMs)
        {
            IsolationReason reason = Stands ? _remembered
                : _forIsolation ? IsolationReason.IsolationBay : IsolationReason.None;
            Stands = false;
            Begin(reason, nowMs);
        }

        public void Left()
        {
            Stands = false;
        }

        /// <summary>Isolates a pack that has turned bad. An emergency stop of its charger says nothing about
        /// it.</summary>
        public void Judge(PackWarnings warnings, long nowMs)
        {
            if (warnings.Highest() < EventWriter.AlarmLevel)
            {
                return;
            }

            bool bad = warnings.Level(PackWarning.SmokeDetected) >= EventWriter.AlarmLevel
                || warnings.Level(PackWarning.OverTemperature) >= EventWriter.AlarmLevel
                || warnings.Level(PackWarning.CellVoltageHigh) >= EventWriter.AlarmLevel
                || warnings.Level(PackWarning.InsulationAbnormal) >= EventWriter.AlarmLevel;
            if (bad && _records.HasPack)
            {
                Begin(IsolationReason.Alarm, nowMs);
            }
        }

        /// <summary>A person has looked at the pack.</summary>
        public void Clear(long nowMs)
        {
            Stands = false;
            _records.Add(EventKind.PackCleared, 0, 0, nowMs);
        }

        private void Begin(IsolationReason reason, long nowMs)
        {
            if (!Stands && reason != IsolationReason.None)
            {
                Stands = true;
                _records.Add(EventKind.PackIsolated, (int)reason, 0, nowMs);
            }
        }
    }
}

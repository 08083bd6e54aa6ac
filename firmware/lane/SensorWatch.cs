using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Sensors that a swap must move. One that kept its level through three completed swaps in a row is warned of once,
    /// until it moves again. Nothing of it survives a restart: a stuck sensor is found again three swaps later.
    /// </summary>
    public sealed class SensorWatch
    {
        /// <summary>Completed swaps in a row; fewer may be a driver who came in neutral.</summary>
        public const int Swaps = 3;

        private const int Bits = 64;

        private readonly int[] _missed = new int[Bits];
        private readonly LaneWarnings _warnings;
        private readonly ulong _watched;
        private ulong _high;
        private ulong _low;
        private ulong _warned;

        public SensorWatch(SwapProfile profile, LaneWarnings warnings)
        {
            _warnings = warnings;
            ulong points = (1UL << profile.LockPoints) - 1;
            _watched = !profile.HasHoist ? 0 : Of(LaneSensor.VehiclePresent, LaneSensor.GearNeutral)
                | Of(LaneSensor.PackOnVehicle, LaneSensor.PackInPlace2)
                | Of(LaneSensor.HoistTongueLocked, LaneSensor.HoistLoaded)
                | (profile.LockByFrame ? Of(LaneSensor.ConnectorLoop, LaneSensor.ChargeCircuit)
                    : Of(LaneSensor.ConnectorMated, LaneSensor.ConnectorParted))
                | points << (int)LaneSensor.LockOpen | points << (int)LaneSensor.LockClosed;
        }

        /// <summary>Takes the levels of a pass.</summary>
        public void Watch(LaneReading reading, long nowMs)
        {
            ulong levels = reading.Levels;
            levels |= Made(reading.ConnectorLoop, LaneSensor.ConnectorLoop)
                | Made(reading.DischargeCircuit, LaneSensor.DischargeCircuit)
                | Made(reading.ChargeCircuit, LaneSensor.ChargeCircuit);
            _high |= levels;
            _low |= ~levels;
            ulong moved = _warned & _high & _low;
            if (moved != 0)
            {
                Clear(moved, nowMs);
            }
        }

        /// <summary>A vehicle has left with its new pack.</summary>
        public void Completed(long nowMs)
        {
            ulong stuck = _watched & ~(_high & _low);
            for (int bit = 0; bit < Bits; bit++)
            {
                bool isStuck = (stuck >> bit & 1) != 0;
                _missed[bit] = isStuck ? _missed[bit] + 1 : 0;
                if (isStuck && _missed[bit] == Swaps)
                {
                    _warned |= 1UL << bit;
                    _warnings.Raise(LaneWarning.SensorStuck, bit, nowMs);
                }
            }

            _high = 0;
            _low = 0;
        }

        private void Clear(ulong moved, long nowMs)
        {
            _warned &= ~moved;
            for (int bit = 0; bit < Bits; bit++)
            {
                if ((moved >> bit & 1) != 0)
                {
                    _missed[bit] = 0;
                    _warnings.Clear(LaneWarning.SensorStuck, bit, nowMs);
                }
            }
        }

        private static ulong Made(int circuit, LaneSensor sensor)
        {
            return circuit == LockFrame.Connected ? LaneReading.Bit(sensor) : 0;
        }

        private static ulong Of(LaneSensor first, LaneSensor last)
        {
            return (1UL << ((int)last + 1)) - (1UL << (int)first);
        }
    }
}

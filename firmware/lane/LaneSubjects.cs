using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a lane has to tell by telemetry: the vehicle and the pack on it.</summary>
    public sealed class LaneSubjects
    {
        private readonly Lane _lane;
        private readonly SwapPackReader _reader = new SwapPackReader();

        public LaneSubjects(Lane lane)
        {
            _lane = lane;
        }

        /// <summary>As <see cref="NodeRole.ReadPack"/>.</summary>
        public bool ReadPack(long nowMs, TelemetryReading subject, PackReading into)
        {
            PackCodeAssembly code = _lane.Bus.PackCode;
            subject.Name = code.Code;
            subject.NameLength = code.IsComplete ? code.Length : 0;
            subject.Alarm = _lane.Phase == Phase.Stopped;
            if (_lane.Bus.Slot(SwapPackMessage.St1).Received == 0)
            {
                return false;
            }

            _reader.Read(_lane.Bus, nowMs, into);
            return true;
        }

        /// <summary>As <see cref="NodeRole.ReadVehicle"/>.</summary>
        public bool ReadVehicle(TelemetryReading into)
        {
            LaneReading seen = _lane.Reading;
            into.Name = _lane.Vehicle.Text;
            into.NameLength = _lane.Vehicle.Length;
            into.Alarm = _lane.Phase == Phase.Stopped;
            into.Add((int)seen.Levels, Quality.Valid);
            into.Add((int)(seen.Levels >> 32), Quality.Valid);
            Quality frame = seen.LockFrameAlive ? Quality.Valid : Quality.Stale;
            into.Add(seen.LockFramePin, frame);
            into.Add(seen.ConnectorLoop, frame);
            into.Add(seen.DischargeCircuit, frame);
            into.Add(seen.ChargeCircuit, frame);
            return into.NameLength > 0;
        }
    }
}

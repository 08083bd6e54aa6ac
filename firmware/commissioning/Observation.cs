using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a technician's tool sees of a node, over MQTT: <c>Observation</c> of city.proto. It looks and moves
    /// nothing; a press that is shorter than the time between two looks is in it all the same.
    /// </summary>
    public sealed class Observation
    {
        // By place: 0 is the node itself, then its bays or doors.
        private readonly int[] _bay;
        private readonly ulong[] _now;
        private readonly ulong[] _on;
        private readonly ulong[] _off;
        private readonly BusFigures _bus = new BusFigures();
        private readonly TelemetryReading _subject = new TelemetryReading();
        private readonly PackReading _pack = new PackReading();
        private Drive _asked;
        private Drive _given;
        private Drive _askedSince;
        private Drive _givenSince;
        private Fact _facts;

        public Observation(int bays)
        {
            _bay = new int[bays + 1];
            _now = new ulong[bays + 1];
            _on = new ulong[bays + 1];
            _off = new ulong[bays + 1];
        }

        /// <summary>Anew: nothing has been seen.</summary>
        public void Begin()
        {
            _askedSince = Drive.None;
            _givenSince = Drive.None;
            System.Array.Clear(_on, 0, _on.Length);
            System.Array.Clear(_off, 0, _off.Length);
        }

        /// <summary>In each pass, of each place that has inputs.</summary>
        public void See(int place, int bay, ulong levels)
        {
            _bay[place] = bay;
            _now[place] = levels;
            _on[place] |= levels;
            _off[place] |= ~levels;
        }

        /// <summary>In each pass of a role that makes swaps.</summary>
        public void Take(Drive asked, Drive given, Fact facts)
        {
            _asked = asked;
            _given = given;
            _facts = facts;
            _askedSince |= asked;
            _givenSince |= given;
        }

        /// <summary>
        /// Writes it as a field of the result that ends at a place; where it ends then. Nothing while nobody attends.
        /// </summary>
        public int Write(NodeRole role, byte[] into, int at, long nowMs)
        {
            if (!role.IsAttended)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 9);
            SwapState state = role.State;
            if (state != null)
            {
                at = ProtoWriter.Varint(into, start, 1, (uint)state.Phase);
                at = ProtoWriter.Varint(into, at, 2, (uint)state.Fault);
                at = ProtoWriter.Varint(into, at, 3, (uint)_asked);
                at = ProtoWriter.Varint(into, at, 4, (uint)_given);
                at = ProtoWriter.Varint(into, at, 5, (uint)_askedSince);
                at = ProtoWriter.Varint(into, at, 6, (uint)_givenSince);
                at = ProtoWriter.Fixed64(into, at, 7, (ulong)_facts);
            }
            else
            {
                at = start;
            }

            for (int i = 0; i < _now.Length; i++)
            {
                at = WriteLevels(i, into, at);
            }

            for (int i = 0; role.ReadBus(i, _bus); i++)
            {
                at = WriteBus(into, at, nowMs);
            }

            // These may be many: each is left out when there is no room for it.
            for (int i = 0; i < role.BayCount || (i == 0 && role.HasVehicle); i++)
            {
                _pack.Clear();
                int end = role.ReadPack(i, nowMs, _subject, _pack) ? WritePack(role.HasVehicle, into, at) : at;
                at = end < 0 ? at : end;
            }

            return ProtoWriter.Close(into, start, at);
        }

        private int WriteLevels(int place, byte[] into, int at)
        {
            if ((_on[place] | _off[place]) == 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 8);
            at = ProtoWriter.Varint(into, start, 1, (uint)_bay[place]);
            at = ProtoWriter.Fixed64(into, at, 2, _now[place]);
            at = ProtoWriter.Fixed64(into, at, 3, _on[place]);
            at = ProtoWriter.Fixed64(into, at, 4, _off[place]);
            return ProtoWriter.Close(into, start, at);
        }

        private int WriteBus(byte[] into, int at, long nowMs)
        {
            CanFrame last = _bus.Last;
            int start = ProtoWriter.Open(into, at, 9);
            at = ProtoWriter.Varint(into, start, 1, (uint)_bus.Kind);
            at = ProtoWriter.Varint(into, at, 2, (uint)_bus.Bay);
            if (last != null && (last.TimeMs | last.Id) != 0)
            {
                at = ProtoWriter.Present(into, at, 3, last.Id);
                at = ProtoWriter.Varint(into, at, 4, (ulong)(nowMs - last.TimeMs));
            }

            return ProtoWriter.Close(into, start, at);
        }

        private int WritePack(bool onVehicle, byte[] into, int at)
        {
            uint valid = 0;
            uint stale = 0;
            for (int i = 0; i < PackReading.Count; i++)
            {
                Quality quality = _pack.QualityOf((PackValue)i);
                valid |= quality == Quality.Valid ? 1u << i : 0;
                stale |= quality == Quality.Stale ? 1u << i : 0;
            }

            int start = ProtoWriter.Open(into, at, 10);
            at = ProtoWriter.Varint(into, start, 1, onVehicle ? 0 : (uint)_subject.Bay);
            at = ProtoWriter.Varint(into, at, 2, _subject.Serial);
            at = ProtoWriter.Fixed32(into, at, 3, valid);
            at = ProtoWriter.Fixed32(into, at, 4, stale);
            at = ProtoWriter.Varint(into, at, 5, (ulong)_pack.Value(PackValue.VoltageMv));
            at = ProtoWriter.Varint(into, at, 6, (uint)_pack.Value(PackValue.ChargePermille));
            return ProtoWriter.Close(into, start, at);
        }
    }
}

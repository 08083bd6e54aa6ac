using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Everything a node knows of itself: <c>Diagnostics</c> of city.proto.</summary>
    public sealed class DiagnosticReport
    {
        private readonly Node _node;
        private readonly IClock _clock;
        private readonly BusFigures _bus = new BusFigures();

        public DiagnosticReport(Node node, IClock clock)
        {
            _node = node;
            _clock = clock;
        }

        /// <summary>Writes it as a field of the message that ends at a place; where it ends then.</summary>
        public int Write(byte[] into, int at, int field, long nowMs)
        {
            Journal journal = _node.Journal;
            NodeSettings settings = _node.Settings;
            int start = ProtoWriter.Open(into, at, field);
            at = ProtoWriter.Text(into, start, 1, Node.Build);
            at = ProtoWriter.Text(into, at, 2, settings.Board);
            at = ProtoWriter.Fixed32(into, at, 3, settings.Crc);
            at = ProtoWriter.Varint(into, at, 4, (uint)settings.Version);
            at = ProtoWriter.Varint(into, at, 5, journal.Boot);
            at = ProtoWriter.Varint(into, at, 6, (uint)_node.Vitals.LastEnd);
            at = ProtoWriter.Varint(into, at, 7, (ulong)nowMs);
            if (_clock.UtcQuality != TimeQuality.Unknown)
            {
                at = ProtoWriter.Varint(into, at, 8, (ulong)_clock.UtcMs);
                at = ProtoWriter.Varint(into, at, 9, (uint)_clock.UtcQuality);
            }

            at = _node.Vitals.Write(into, at);
            at = WriteJournal(into, at);
            at = WriteUplink(into, at);
            at = ProtoWriter.Packed(into, at, 15, _node.Uplink.Commands.Refused.ByReason);
            at = _node.Watch.Write(into, at, 16);
            _node.SelfTest.Run();
            at = _node.SelfTest.Write(into, at, 17);
            if (at < 0)
            {
                return at;
            }

            // These may be many: each is left out when there is no room for it.
            for (int i = 0; _node.Role.ReadBus(i, _bus); i++)
            {
                int end = WriteBus(into, at);
                at = end < 0 ? at : end;
            }

            return ProtoWriter.Close(into, start, _node.Troubles.Write(journal, into, at, 18));
        }

        private int WriteJournal(byte[] into, int at)
        {
            Journal journal = _node.Journal;
            int start = ProtoWriter.Open(into, at, 12);
            at = ProtoWriter.Fixed64(into, start, 1, journal.Identity);
            at = ProtoWriter.Varint(into, at, 2, journal.FirstStored);
            at = ProtoWriter.Varint(into, at, 3, journal.LastStored);
            at = ProtoWriter.Varint(into, at, 4, journal.AcknowledgedThrough);
            at = ProtoWriter.Varint(into, at, 5, journal.LostEvents);
            at = ProtoWriter.Varint(into, at, 6, journal.RefusedCommits);
            at = ProtoWriter.Varint(into, at, 7, journal.DamagedRecords);
            at = ProtoWriter.Varint(into, at, 8, journal.DamagedSegments);
            return ProtoWriter.Close(into, start, at);
        }

        private int WriteUplink(byte[] into, int at)
        {
            Uplink uplink = _node.Uplink;
            int start = ProtoWriter.Open(into, at, 13);
            at = ProtoWriter.Varint(into, start, 1, uplink.RefusedAcks);
            at = ProtoWriter.Varint(into, at, 2, uplink.EarlyAcks);
            at = ProtoWriter.Varint(into, at, 3, uplink.Resends);
            at = ProtoWriter.Varint(into, at, 4, uplink.GivenUp);
            at = ProtoWriter.Varint(into, at, 5, uplink.DroppedAlarmCopies);
            at = ProtoWriter.Varint(into, at, 6, uplink.Telemetry.Store.Dropped);
            at = ProtoWriter.Varint(into, at, 7, _node.Telemetry.BlackBox.Skipped);
            return ProtoWriter.Close(into, start, at);
        }

        private int WriteBus(byte[] into, int at)
        {
            ICanErrors errors = _bus.Errors;
            int start = ProtoWriter.Open(into, at, 14);
            at = ProtoWriter.Varint(into, start, 1, (uint)_bus.Kind);
            at = ProtoWriter.Varint(into, at, 2, (uint)_bus.Bay);
            at = ProtoWriter.Varint(into, at, 3, _bus.Lost);
            if (errors != null)
            {
                at = ProtoWriter.Present(into, at, 4, (uint)errors.TransmitErrors);
                at = ProtoWriter.Present(into, at, 5, (uint)errors.ReceiveErrors);
                at = ProtoWriter.Varint(into, at, 6, (uint)errors.BusOffs);
            }

            at = _bus.Frames == null ? at : ProtoWriter.Packed(into, at, 7, _bus.Frames);
            return ProtoWriter.Close(into, start, at);
        }
    }
}

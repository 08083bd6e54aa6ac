using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Results with their details: how the node stands, and what it finds wrong with itself.</summary>
    public sealed class NodeReport
    {
        private readonly Node _node;
        private readonly BayStatusFrame _bay = new BayStatusFrame();
        private readonly DiagnosticReport _diagnostics;

        public NodeReport(Node node, IClock clock)
        {
            _node = node;
            _diagnostics = new DiagnosticReport(node, clock);
        }

        /// <summary>Writes a result as of now, without its detail when there is no room for that; its length.</summary>
        public int Encode(CommandRecord command, byte[] into, long nowMs)
        {
            int at = CommandCodec.EncodeResult(command, into, 0);
            if (command.State != ResultState.Done)
            {
                return at;
            }

            int end = command.Operation == CommandOperation.QuerySnapshot ? Snapshot(into, at, 6, nowMs)
                : command.Operation == CommandOperation.SelfTest ? SelfTest(into, at)
                : command.Operation == CommandOperation.Diagnose ? _diagnostics.Write(into, at, 8, nowMs)
                : command.Operation == CommandOperation.Observe ? _node.Role.Observed.Write(_node.Role, into, at, nowMs)
                : at;
            return end < 0 ? at : end;
        }

        /// <summary>Writes a Snapshot as a field of the message that ends at a place; where it ends then.</summary>
        public int Snapshot(byte[] into, int at, int field, long nowMs)
        {
            Journal journal = _node.Journal;
            NodeRole role = _node.Role;
            int start = ProtoWriter.Open(into, at, field);
            at = ProtoWriter.Fixed64(into, start, 1, journal.Identity);
            at = ProtoWriter.Varint(into, at, 2, journal.Boot);
            at = ProtoWriter.Varint(into, at, 3, (ulong)nowMs);
            at = ProtoWriter.Varint(into, at, 4, journal.FirstStored);
            at = ProtoWriter.Varint(into, at, 5, journal.LastStored);
            at = ProtoWriter.Varint(into, at, 6, journal.AcknowledgedThrough);
            at = ProtoWriter.Varint(into, at, 7, journal.LostEvents);
            if (role.State != null)
            {
                at = ProtoWriter.Varint(into, at, 8, (uint)role.State.Phase);
                at = ProtoWriter.Varint(into, at, 9, (uint)role.State.Fault);
                at = ProtoWriter.Varint(into, at, 10, role.RequestId);
                at = ProtoWriter.Varint(into, at, 11, (uint)role.StoreBay);
                at = ProtoWriter.Varint(into, at, 12, (uint)role.TakeBay);
            }

            at = ProtoWriter.Varint(into, at, 13, _node.Latch.IsSetBy(Issuer.Local) ? 1u : 0u);
            at = ProtoWriter.Varint(into, at, 14, _node.Latch.IsSetBy(Issuer.City) ? 1u : 0u);
            for (int i = 0; i < role.BayCount; i++)
            {
                role.Describe(i, _bay, nowMs);
                at = Bay(into, at);
            }

            at = _node.Watch.Write(into, at, 16);
            return ProtoWriter.Close(into, start, at);
        }

        private int Bay(byte[] into, int at)
        {
            int start = ProtoWriter.Open(into, at, 15);
            at = ProtoWriter.Varint(into, start, 1, (uint)_bay.Bay);
            at = ProtoWriter.Varint(into, at, 2, (uint)_bay.Presence);
            at = ProtoWriter.Varint(into, at, 3, (uint)_bay.ChargeStage);
            at = ProtoWriter.Varint(into, at, 4, _bay.PowerOff ? 1u : 0u);
            at = ProtoWriter.Varint(into, at, 5, _bay.Healthy ? 1u : 0u);
            at = ProtoWriter.Varint(into, at, 6, _bay.Isolated ? 1u : 0u);
            at = _bay.ChargeKnown ? ProtoWriter.Present(into, at, 7, (uint)_bay.ChargePermille) : at;
            at = ProtoWriter.Varint(into, at, 8, _bay.PackSerial);
            at = ProtoWriter.Varint(into, at, 9, (uint)_bay.ReservedBy);
            return ProtoWriter.Close(into, start, at);
        }

        private int SelfTest(byte[] into, int at)
        {
            Journal journal = _node.Journal;
            Uplink uplink = _node.Uplink;
            NodeVitals vitals = _node.Vitals;
            _node.SelfTest.Run();
            int start = ProtoWriter.Open(into, at, 7);
            at = ProtoWriter.Varint(into, start, 1, _node.SelfTest.JournalReadable ? 1u : 0u);
            at = ProtoWriter.Varint(into, at, 2, journal.RefusedCommits);
            at = ProtoWriter.Varint(into, at, 3, journal.DamagedRecords);
            at = ProtoWriter.Varint(into, at, 4, journal.DamagedSegments);
            at = ProtoWriter.Varint(into, at, 5, uplink.RefusedAcks);
            at = ProtoWriter.Varint(into, at, 6, uplink.EarlyAcks);
            at = ProtoWriter.Varint(into, at, 7, uplink.Resends);
            at = ProtoWriter.Varint(into, at, 8, uplink.DroppedAlarmCopies);
            at = ProtoWriter.Varint(into, at, 9, _node.SelfTest.FramesLost);
            at = ProtoWriter.Varint(into, at, 10, uplink.Commands.Refused.Count);
            at = _node.SelfTest.Write(into, at, 11);
            at = ProtoWriter.Varint(into, at, 12, (uint)vitals.FreeBytes);
            at = ProtoWriter.Varint(into, at, 13, (uint)vitals.NativeFreeBytes);
            at = ProtoWriter.Varint(into, at, 14, (uint)vitals.NativeLargestBytes);
            return ProtoWriter.Close(into, start, at);
        }
    }
}

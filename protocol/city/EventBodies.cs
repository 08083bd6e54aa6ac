namespace SwapEdge.Protocol
{
    /// <summary>
    /// The nested messages of <c>Event</c>. An end of a swap carries its summary and no pack, warning or audit: so the
    /// longest event stays within <see cref="EventCodec.MaxLength"/>.
    /// </summary>
    internal static class EventBodies
    {
        /// <summary>Writes what is not empty; the next position, or -1.</summary>
        public static int Encode(EventRecord record, byte[] into, int at)
        {
            at = EncodeStep(record, into, at);
            if (record.Kind == EventKind.SwapEnded)
            {
                at = ProtoWriter.Text(into, at, 16, record.Order, record.OrderLength);
                return SwapSummaryCodec.Encode(record.Summary, into, at);
            }

            at = EncodeBattery(record, into, at);
            at = EncodeWarning(record, into, at);
            at = EncodeLost(record, into, at);
            at = ProtoWriter.Text(into, at, 16, record.Order, record.OrderLength);
            return TelemetryCodec.EncodeBox(record, into, EncodeAudit(record, into, at));
        }

        /// <summary>Reads one body; bodies of other numbers are skipped.</summary>
        public static DecodeResult Take(byte[] data, int at, int end, int field, EventRecord into)
        {
            if (field == 17)
            {
                return SwapSummaryCodec.Decode(data, at, end, into.Summary);
            }

            if ((field < 12 || field > 15) && field != 18 && field != 19)
            {
                return DecodeResult.Ok;
            }

            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                if (field == 13 && tag == ((1 << 3) | ProtoReader.WireBytes))
                {
                    into.PackCodeLength = EventCodec.TakeText(data, at - (int)value, at, into.PackCode);
                    if (into.PackCodeLength < 0)
                    {
                        return DecodeResult.Long;
                    }
                }
                else if (field == 13 && tag == ((10 << 3) | ProtoReader.WireBytes))
                {
                    into.OwnedByLength = EventCodec.TakeText(data, at - (int)value, at, into.OwnedBy);
                    if (into.OwnedByLength < 0)
                    {
                        return DecodeResult.Long;
                    }
                }
                else if ((tag & 7) == ProtoReader.WireVarint && (uint)tag >> 3 < 16)
                {
                    TakeNumber(field, tag >> 3, value, into);
                }
            }

            return DecodeResult.Ok;
        }

        private static int EncodeStep(EventRecord record, byte[] into, int at)
        {
            if ((record.Phase | record.PreviousPhase | record.Fault | record.DurationMs | record.LimitMs) == 0
                && record.Facts == 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 12);
            at = ProtoWriter.Varint(into, start, 1, (uint)record.Phase);
            at = ProtoWriter.Varint(into, at, 2, (uint)record.PreviousPhase);
            at = ProtoWriter.Varint(into, at, 3, (uint)record.Fault);
            at = ProtoWriter.Varint(into, at, 4, record.Facts);
            at = ProtoWriter.Varint(into, at, 5, (uint)record.DurationMs);
            at = ProtoWriter.Varint(into, at, 6, (uint)record.LimitMs);
            at = ProtoWriter.Varint(into, at, 7, (uint)record.StoreBay);
            at = ProtoWriter.Varint(into, at, 8, (uint)record.TakeBay);
            at = ProtoWriter.Varint(into, at, 9, (uint)record.Retries);
            at = ProtoWriter.Varint(into, at, 10, (uint)record.Pack);
            at = ProtoWriter.Varint(into, at, 11, record.Aborted ? 1u : 0u);
            at = ProtoWriter.Varint(into, at, 12, record.OldSerial);
            at = ProtoWriter.Varint(into, at, 13, (uint)record.Finding);
            at = ProtoWriter.Varint(into, at, 14, record.StoreChoice);
            at = ProtoWriter.Varint(into, at, 15, record.TakeChoice);
            return ProtoWriter.Close(into, start, at);
        }

        private static int EncodeBattery(EventRecord record, byte[] into, int at)
        {
            if (record.PackCodeLength == 0 && record.PackSerial == 0 && record.ChargePermille < 0
                && record.HealthPermille < 0 && record.Owner == 0 && record.ChargedTenthKwh < 0
                && record.DischargedTenthKwh < 0 && record.SwapChargedTenthKwh < 0 && record.MeterWh < 0
                && record.OwnedByLength == 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 13);
            at = ProtoWriter.Text(into, start, 1, record.PackCode, record.PackCodeLength);
            at = ProtoWriter.Varint(into, at, 2, record.PackSerial);
            at = Known(into, at, 3, record.ChargePermille);
            at = Known(into, at, 4, record.HealthPermille);
            at = ProtoWriter.Varint(into, at, 5, (uint)record.Owner);
            at = Known(into, at, 6, record.ChargedTenthKwh);
            at = Known(into, at, 7, record.DischargedTenthKwh);
            at = Known(into, at, 8, record.SwapChargedTenthKwh);
            at = Known(into, at, 9, record.MeterWh);
            at = ProtoWriter.Text(into, at, 10, record.OwnedBy, record.OwnedByLength);
            return ProtoWriter.Close(into, start, at);
        }

        /// <summary>A value that is written whenever it is known, zero too.</summary>
        private static int Known(byte[] into, int at, int field, long value)
        {
            return value < 0 ? at : ProtoWriter.Present(into, at, field, (ulong)value);
        }

        private static int EncodeWarning(EventRecord record, byte[] into, int at)
        {
            if ((record.Warning | record.Level | record.LaneWarning | record.NodeWarning) == 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 14);
            at = ProtoWriter.Varint(into, start, 1, (uint)record.Warning);
            at = ProtoWriter.Varint(into, at, 2, (uint)record.Level);
            at = ProtoWriter.Varint(into, at, 3, (uint)record.LaneWarning);
            at = ProtoWriter.Varint(into, at, 4, (uint)record.NodeWarning);
            return ProtoWriter.Close(into, start, at);
        }

        private static int EncodeLost(EventRecord record, byte[] into, int at)
        {
            if (record.LostCount == 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 15);
            at = ProtoWriter.Varint(into, start, 1, record.LostCount);
            at = ProtoWriter.Varint(into, at, 2, (ulong)record.LostSinceMs);
            return ProtoWriter.Close(into, start, at);
        }

        private static int EncodeAudit(EventRecord record, byte[] into, int at)
        {
            if (record.Action == AuditAction.None)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 18);
            at = ProtoWriter.Varint(into, start, 1, (uint)record.Action);
            at = ProtoWriter.Varint(into, at, 2, (uint)record.Issuer);
            at = ProtoWriter.Varint(into, at, 3, record.OrderNumber);
            at = ProtoWriter.Varint(into, at, 4, (uint)record.Reason);
            at = ProtoWriter.Varint(into, at, 5, record.Count);
            return ProtoWriter.Close(into, start, at);
        }

        private static void TakeNumber(int body, int field, ulong value, EventRecord into)
        {
            switch ((body << 4) | field)
            {
                case (12 << 4) | 1:
                    into.Phase = (int)value;
                    break;
                case (12 << 4) | 2:
                    into.PreviousPhase = (int)value;
                    break;
                case (12 << 4) | 3:
                    into.Fault = (int)value;
                    break;
                case (12 << 4) | 4:
                    into.Facts = value;
                    break;
                case (12 << 4) | 5:
                    into.DurationMs = (int)value;
                    break;
                case (12 << 4) | 6:
                    into.LimitMs = (int)value;
                    break;
                case (12 << 4) | 7:
                    into.StoreBay = (int)value;
                    break;
                case (12 << 4) | 8:
                    into.TakeBay = (int)value;
                    break;
                case (12 << 4) | 9:
                    into.Retries = (int)value;
                    break;
                case (12 << 4) | 10:
                    into.Pack = (int)value;
                    break;
                case (12 << 4) | 11:
                    into.Aborted = value != 0;
                    break;
                case (12 << 4) | 12:
                    into.OldSerial = (uint)value;
                    break;
                case (13 << 4) | 2:
                    into.PackSerial = (uint)value;
                    break;
                case (13 << 4) | 3:
                    into.ChargePermille = (int)value;
                    break;
                case (13 << 4) | 4:
                    into.HealthPermille = (int)value;
                    break;
                case (13 << 4) | 5:
                    into.Owner = (int)value;
                    break;
                case (13 << 4) | 6:
                    into.ChargedTenthKwh = (uint)value;
                    break;
                case (13 << 4) | 7:
                    into.DischargedTenthKwh = (uint)value;
                    break;
                case (13 << 4) | 8:
                    into.SwapChargedTenthKwh = (uint)value;
                    break;
                case (13 << 4) | 9:
                    into.MeterWh = (long)value;
                    break;
                default:
                    TakeRare(body, field, value, into);
                    break;
            }
        }

        private static void TakeRare(int body, int field, ulong value, EventRecord into)
        {
            switch ((body << 4) | field)
            {
                case (14 << 4) | 1:
                    into.Warning = (int)value;
                    break;
                case (12 << 4) | 13:
                    into.Finding = (int)value;
                    break;
                case (12 << 4) | 14:
                    into.StoreChoice = value;
                    break;
                case (12 << 4) | 15:
                    into.TakeChoice = value;
                    break;
                case (14 << 4) | 2:
                    into.Level = (int)value;
                    break;
                case (14 << 4) | 3:
                    into.LaneWarning = (int)value;
                    break;
                case (14 << 4) | 4:
                    into.NodeWarning = (int)value;
                    break;
                case (15 << 4) | 1:
                    into.LostCount = value;
                    break;
                case (15 << 4) | 2:
                    into.LostSinceMs = (long)value;
                    break;
                case (18 << 4) | 1:
                    into.Action = (AuditAction)(int)value;
                    break;
                case (18 << 4) | 2:
                    into.Issuer = (Issuer)(int)value;
                    break;
                case (18 << 4) | 3:
                    into.OrderNumber = value;
                    break;
                case (18 << 4) | 4:
                    into.Reason = (int)value;
                    break;
                case (18 << 4) | 5:
                    into.Count = (uint)value;
                    break;
                case (19 << 4) | 1:
                    into.BoxFault = value;
                    break;
            }
        }
    }
}

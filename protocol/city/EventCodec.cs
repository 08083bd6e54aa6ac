using System;

namespace SwapEdge.Protocol
{
    /// <summary><c>Event</c> of city.proto: a journal record as it is stored and as it is sent.</summary>
    public static class EventCodec
    {
        /// <summary>No event is longer than this.</summary>
        public const int MaxLength = 240;

        /// <summary>Writes an event; returns its length, or -1 when there is no room.</summary>
        public static int Encode(EventRecord record, byte[] into, int offset)
        {
            int at = ProtoWriter.Fixed64(into, offset, 1, record.Journal);
            at = ProtoWriter.Varint(into, at, 2, record.Sequence);
            at = ProtoWriter.Varint(into, at, 3, record.Boot);
            if (record.TimeQuality != TimeQuality.Unknown)
            {
                at = ProtoWriter.Varint(into, at, 4, (ulong)record.UtcMs);
                at = ProtoWriter.Varint(into, at, 5, (uint)record.TimeQuality);
            }

            at = ProtoWriter.Varint(into, at, 6, (ulong)record.UptimeMs);
            at = ProtoWriter.Varint(into, at, 7, (uint)record.Kind);
            at = ProtoWriter.Varint(into, at, 8, record.RequestId);
            at = ProtoWriter.Varint(into, at, 9, (uint)record.Bay);
            at = ProtoWriter.Text(into, at, 10, record.Vehicle, record.VehicleLength);
            at = ProtoWriter.ZigZag(into, at, 11, record.Value);
            at = EncodeStep(record, into, at);
            at = EncodeBattery(record, into, at);
            at = EncodeWarning(record, into, at);
            at = EncodeLost(record, into, at);
            return at < 0 ? -1 : at - offset;
        }

        /// <summary>
        /// Reads an event and skips what it does not know. On any result but <see cref="DecodeResult.Ok"/> the record
        /// is cleared, or untouched.
        /// </summary>
        public static DecodeResult Decode(byte[] data, int offset, int length, EventRecord into)
        {
            if (!ProtoReader.IsRange(data, offset, length))
            {
                return DecodeResult.Short;
            }

            int end = offset + length;
            if (!ProtoReader.IsSound(data, offset, end))
            {
                return DecodeResult.Malformed;
            }

            into.Clear();
            int at = offset;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                DecodeResult result = (tag & 7) == ProtoReader.WireBytes
                    ? TakeBytes(data, at - (int)value, at, tag >> 3, into)
                    : TakeNumber(tag, value, into);
                if (result != DecodeResult.Ok)
                {
                    into.Clear();
                    return result;
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
            return ProtoWriter.Close(into, start, at);
        }

        private static int EncodeBattery(EventRecord record, byte[] into, int at)
        {
            if (record.PackCodeLength == 0 && record.PackSerial == 0 && record.ChargePermille < 0
                && record.HealthPermille < 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 13);
            at = ProtoWriter.Text(into, start, 1, record.PackCode, record.PackCodeLength);
            at = ProtoWriter.Varint(into, at, 2, record.PackSerial);
            if (record.ChargePermille >= 0)
            {
                at = ProtoWriter.Present(into, at, 3, (uint)record.ChargePermille);
            }

            if (record.HealthPermille >= 0)
            {
                at = ProtoWriter.Present(into, at, 4, (uint)record.HealthPermille);
            }

            return ProtoWriter.Close(into, start, at);
        }

        private static int EncodeWarning(EventRecord record, byte[] into, int at)
        {
            if ((record.Warning | record.Level) == 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, 14);
            at = ProtoWriter.Varint(into, start, 1, (uint)record.Warning);
            at = ProtoWriter.Varint(into, at, 2, (uint)record.Level);
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

        private static DecodeResult TakeNumber(int tag, ulong value, EventRecord into)
        {
            switch (tag)
            {
                case (1 << 3) | ProtoReader.WireFixed64:
                    into.Journal = value;
                    break;
                case 2 << 3:
                    into.Sequence = value;
                    break;
                case 3 << 3:
                    into.Boot = (uint)value;
                    break;
                case 4 << 3:
                    into.UtcMs = (long)value;
                    break;
                case 5 << 3:
                    into.TimeQuality = (TimeQuality)(int)value;
                    break;
                case 6 << 3:
                    into.UptimeMs = (long)value;
                    break;
                case 7 << 3:
                    into.Kind = (EventKind)(int)value;
                    break;
                case 8 << 3:
                    into.RequestId = (uint)value;
                    break;
                case 9 << 3:
                    into.Bay = (int)value;
                    break;
                case 11 << 3:
                    into.Value = ProtoReader.ZigZag(value);
                    break;
            }

            return DecodeResult.Ok;
        }

        private static DecodeResult TakeBytes(byte[] data, int at, int end, int field, EventRecord into)
        {
            if (field == 10)
            {
                into.VehicleLength = TakeText(data, at, end, into.Vehicle);
                return into.VehicleLength < 0 ? DecodeResult.Long : DecodeResult.Ok;
            }

            if (field < 12 || field > 15)
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
                    into.PackCodeLength = TakeText(data, at - (int)value, at, into.PackCode);
                    if (into.PackCodeLength < 0)
                    {
                        return DecodeResult.Long;
                    }
                }
                else if ((tag & 7) == ProtoReader.WireVarint && (uint)tag >> 3 < 16)
                {
                    TakeNested(field, tag >> 3, value, into);
                }
            }

            return DecodeResult.Ok;
        }

        private static void TakeNested(int body, int field, ulong value, EventRecord into)
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
                case (14 << 4) | 1:
                    into.Warning = (int)value;
                    break;
                case (14 << 4) | 2:
                    into.Level = (int)value;
                    break;
                case (15 << 4) | 1:
                    into.LostCount = value;
                    break;
                case (15 << 4) | 2:
                    into.LostSinceMs = (long)value;
                    break;
            }
        }

        private static int TakeText(byte[] data, int at, int end, byte[] into)
        {
            int length = end - at;
            if (length > into.Length)
            {
                return -1;
            }

            Array.Copy(data, at, into, 0, length);
            return length;
        }
    }
}

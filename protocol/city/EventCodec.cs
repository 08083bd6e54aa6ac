using System;

namespace SwapEdge.Protocol
{
    /// <summary><c>Event</c> of city.proto: a journal record as it is stored and as it is sent.</summary>
    public static class EventCodec
    {
        /// <summary>No event is longer than this.</summary>
        public const int MaxLength = 864;

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
            at = EventBodies.Encode(record, into, at);
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

            if (field == 16)
            {
                into.OrderLength = TakeText(data, at, end, into.Order);
                return into.OrderLength < 0 ? DecodeResult.Long : DecodeResult.Ok;
            }

            return EventBodies.Take(data, at, end, field, into);
        }

        /// <summary>Copies a text as it is; its length, or -1: longer than its room.</summary>
        internal static int TakeText(byte[] data, int at, int end, byte[] into)
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

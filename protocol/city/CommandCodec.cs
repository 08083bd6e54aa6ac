namespace SwapEdge.Protocol
{
    /// <summary>The device's side of commands: reads <c>Signed</c> with a <c>CommandBody</c>, writes <c>Result</c>.
    /// </summary>
    public static class CommandCodec
    {
        /// <summary>
        /// Reads a command, its MAC unchecked. On any result but <see cref="DecodeResult.Ok"/> the record is cleared.
        /// </summary>
        public static DecodeResult Decode(byte[] data, int offset, int length, CommandRecord into)
        {
            into.Clear();
            DecodeResult result = into.Open(data, offset, length, SignedKind.Command);
            result = result == DecodeResult.Ok ? TakeBody(data, into) : result;
            if (result != DecodeResult.Ok)
            {
                into.Clear();
            }

            return result;
        }

        /// <summary>Writes what became of a command, without detail; the next position, or -1.</summary>
        public static int EncodeResult(CommandRecord record, byte[] into, int offset)
        {
            int at = ProtoWriter.Varint(into, offset, 1, record.Id);
            at = ProtoWriter.Varint(into, at, 2, record.Counter);
            at = ProtoWriter.Varint(into, at, 3, (uint)record.State);
            return ProtoWriter.Varint(into, at, 4, (uint)record.Reason);
        }

        private static DecodeResult TakeBody(byte[] data, CommandRecord into)
        {
            int at = into.BodyOffset;
            int end = at + into.BodyLength;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                switch (tag)
                {
                    case (2 << 3) | ProtoReader.WireBytes:
                        into.NodeLength = (int)value;
                        into.NodeOffset = at - into.NodeLength;
                        break;
                    case 3 << 3:
                        into.Id = value;
                        break;
                    case 4 << 3:
                        into.Counter = value;
                        break;
                    case 5 << 3:
                        into.ExpiryUtcMs = (long)value;
                        break;
                    default:
                        DecodeResult result = TakeOperation(data, at - (int)value, at, tag, into);
                        if (result != DecodeResult.Ok)
                        {
                            return result;
                        }

                        break;
                }
            }

            return DecodeResult.Ok;
        }

        /// <summary>What is none is skipped. Of several the last one counts, as in all Protocol Buffers.</summary>
        private static DecodeResult TakeOperation(byte[] data, int at, int end, int tag, CommandRecord into)
        {
            int field = (int)((uint)tag >> 3);
            if ((tag & 7) != ProtoReader.WireBytes || field < (int)CommandOperation.AuthoriseSwap
                || field > (int)CommandOperation.Observe)
            {
                return DecodeResult.Ok;
            }

            into.ClearArguments();
            into.Operation = (CommandOperation)field;
            if (into.Operation == CommandOperation.ChangeSettings)
            {
                into.SettingsOffset = at;
                into.SettingsLength = end - at;
                return DecodeResult.Ok;
            }

            if (into.Operation == CommandOperation.LimitPower)
            {
                // One period, from now on; its limit may be zero and is left out then.
                into.StartUtcMs[0] = 0;
                into.PeriodCount = 1;
            }

            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                DecodeResult result = TakeArgument(data, at, tag, value, into);
                if (result != DecodeResult.Ok)
                {
                    return result;
                }
            }

            return DecodeResult.Ok;
        }

        /// <summary>Arguments have one number in all operations.</summary>
        private static DecodeResult TakeArgument(byte[] data, int end, int tag, ulong value, CommandRecord into)
        {
            switch (tag)
            {
                case (1 << 3) | ProtoReader.WireBytes:
                    into.VehicleLength = EventCodec.TakeText(data, end - (int)value, end, into.Vehicle);
                    return into.VehicleLength < 0 ? DecodeResult.Long : DecodeResult.Ok;
                case (2 << 3) | ProtoReader.WireBytes:
                    into.OrderLength = EventCodec.TakeText(data, end - (int)value, end, into.Order);
                    return into.OrderLength < 0 ? DecodeResult.Long : DecodeResult.Ok;
                case 3 << 3:
                    into.UntilUtcMs = (long)value;
                    break;
                case 4 << 3:
                    into.Number = value;
                    break;
                case 5 << 3:
                    into.Bay = (int)value;
                    break;
                case 6 << 3:
                    into.LimitW[0] = (int)value;
                    break;
                case (7 << 3) | ProtoReader.WireBytes:
                    return TakePeriod(data, end - (int)value, end, into);
                case (8 << 3) | ProtoReader.WireBytes:
                    into.SettingsOffset = end - (int)value;
                    into.SettingsLength = (int)value;
                    break;
            }

            return DecodeResult.Ok;
        }

        private static DecodeResult TakePeriod(byte[] data, int at, int end, CommandRecord into)
        {
            int place = into.PeriodCount;
            if (place == CommandRecord.PeriodRoom)
            {
                return DecodeResult.Long;
            }

            into.StartUtcMs[place] = 0;
            into.LimitW[place] = 0;
            into.PeriodCount++;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                if (tag == 1 << 3)
                {
                    into.StartUtcMs[place] = (long)value;
                }
                else if (tag == 2 << 3)
                {
                    into.LimitW[place] = (int)value;
                }
            }

            return DecodeResult.Ok;
        }
    }
}

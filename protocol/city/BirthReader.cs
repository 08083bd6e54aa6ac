namespace SwapEdge.Protocol
{
    /// <summary>Reads what <see cref="BirthCodec"/> has written: the city's side, and the flash tool's.</summary>
    public static class BirthReader
    {
        /// <summary>Characters of the firmware's and of the board's name that are read.</summary>
        public const int NameRoom = 64;

        /// <summary>
        /// Reads a birth and skips what it does not know. On any result but <see cref="DecodeResult.Ok"/> the record
        /// is cleared, or untouched.
        /// </summary>
        public static DecodeResult Decode(byte[] data, int offset, int length, BirthRecord into)
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

        private static DecodeResult TakeNumber(int tag, ulong value, BirthRecord into)
        {
            switch (tag)
            {
                case (1 << 3) | ProtoReader.WireFixed64:
                    into.Journal = value;
                    break;
                case 2 << 3:
                    into.Boot = (uint)value;
                    break;
                case 3 << 3:
                    into.UtcMs = (long)value;
                    break;
                case 4 << 3:
                    into.TimeQuality = (TimeQuality)(int)value;
                    break;
                case 5 << 3:
                    into.UptimeMs = (long)value;
                    break;
                case 6 << 3:
                    into.NodeKind = (NodeKind)(int)value;
                    break;
                case (9 << 3) | ProtoReader.WireFixed32:
                    into.SettingsCrc = (uint)value;
                    break;
                case 10 << 3:
                    return AddBay(value, into);
                case 11 << 3:
                    into.FirstSequence = value;
                    break;
                case 12 << 3:
                    into.LastSequence = value;
                    break;
                case 13 << 3:
                    into.EventThrough = value;
                    break;
                case (16 << 3) | ProtoReader.WireFixed32:
                    into.Key = (uint)value;
                    break;
                case 15 << 3:
                    into.SettingsVersion = (uint)value;
                    break;
            }

            return DecodeResult.Ok;
        }

        private static DecodeResult TakeBytes(byte[] data, int at, int end, int field, BirthRecord into)
        {
            switch (field)
            {
                case 7:
                case 8:
                    if (end - at > NameRoom)
                    {
                        return DecodeResult.Long;
                    }

                    string name = Ascii.Read(data, at, end - at);
                    into.Firmware = field == 7 ? name : into.Firmware;
                    into.Board = field == 8 ? name : into.Board;
                    return DecodeResult.Ok;
                case 10:
                    while (at < end)
                    {
                        at = ProtoReader.RawVarint(data, at, end, out ulong bay);
                        DecodeResult result = at < 0 ? DecodeResult.Malformed : AddBay(bay, into);
                        if (result != DecodeResult.Ok)
                        {
                            return result;
                        }
                    }

                    return DecodeResult.Ok;
                default:
                    return DecodeResult.Ok;
            }
        }

        private static DecodeResult AddBay(ulong bay, BirthRecord into)
        {
            if (into.BayCount == BirthRecord.BayRoom)
            {
                return DecodeResult.Long;
            }

            into.Bays[into.BayCount] = (int)bay;
            into.BayCount++;
            return DecodeResult.Ok;
        }
    }
}

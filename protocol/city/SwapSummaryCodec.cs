namespace SwapEdge.Protocol
{
    /// <summary><c>SwapSummary</c> of city.proto, nested in an event.</summary>
    internal static class SwapSummaryCodec
    {
        private const int Field = 17;
        private const int StepField = 10;

        /// <summary>Writes the summary with tag and length; the next position, or -1.</summary>
        public static int Encode(SwapSummary summary, byte[] into, int at)
        {
            int start = ProtoWriter.Open(into, at, Field);
            at = ProtoWriter.Varint(into, start, 1, (uint)summary.Result);
            at = ProtoWriter.Varint(into, at, 2, (uint)summary.Held);
            at = ProtoWriter.Varint(into, at, 3, (uint)summary.Confirmed);
            at = ProtoWriter.Varint(into, at, 4, (uint)summary.ConfirmedBy);
            at = ProtoWriter.Varint(into, at, 5, (uint)summary.Restarts);
            at = ProtoWriter.Text(into, at, 6, summary.Profile, summary.ProfileLength);
            at = ProtoWriter.Varint(into, at, 7, (uint)summary.ProfileVersion);
            at = ProtoWriter.Fixed32(into, at, 8, summary.SettingsCrc);
            if (summary.MileageTenthKm >= 0)
            {
                at = ProtoWriter.Present(into, at, 9, (uint)summary.MileageTenthKm);
            }

            at = ProtoWriter.Varint(into, at, 11, (uint)summary.RegisterVersion);
            for (int i = 0; i < summary.StepCount; i++)
            {
                int step = ProtoWriter.Open(into, at, StepField);
                at = ProtoWriter.Varint(into, step, 1, (uint)summary.StepPhase[i]);
                at = ProtoWriter.Varint(into, at, 2, (uint)summary.StepTries[i]);
                at = ProtoWriter.Varint(into, at, 3, (uint)summary.StepMs[i]);
                at = ProtoWriter.Varint(into, at, 4, (uint)summary.StepLimitMs[i]);
                at = ProtoWriter.Close(into, step, at);
            }

            return ProtoWriter.Close(into, start, at);
        }

        /// <summary>Reads the inside of a summary: Ok, Malformed, or Long when it has no room for it.</summary>
        public static DecodeResult Decode(byte[] data, int at, int end, SwapSummary into)
        {
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                DecodeResult result = DecodeResult.Ok;
                if (tag == ((StepField << 3) | ProtoReader.WireBytes))
                {
                    result = TakeStep(data, at - (int)value, at, into);
                }
                else if (tag == ((6 << 3) | ProtoReader.WireBytes))
                {
                    into.ProfileLength = EventCodec.TakeText(data, at - (int)value, at, into.Profile);
                    result = into.ProfileLength < 0 ? DecodeResult.Long : DecodeResult.Ok;
                }
                else
                {
                    TakeNumber(tag, value, into);
                }

                if (result != DecodeResult.Ok)
                {
                    return result;
                }
            }

            return DecodeResult.Ok;
        }

        private static void TakeNumber(int tag, ulong value, SwapSummary into)
        {
            switch (tag)
            {
                case 1 << 3:
                    into.Result = (SwapResult)(int)value;
                    break;
                case 2 << 3:
                    into.Held = (int)value;
                    break;
                case 3 << 3:
                    into.Confirmed = (int)value;
                    break;
                case 4 << 3:
                    into.ConfirmedBy = (Issuer)(int)value;
                    break;
                case 5 << 3:
                    into.Restarts = (int)value;
                    break;
                case 11 << 3:
                    into.RegisterVersion = (int)value;
                    break;
                case 7 << 3:
                    into.ProfileVersion = (int)value;
                    break;
                case (8 << 3) | ProtoReader.WireFixed32:
                    into.SettingsCrc = (uint)value;
                    break;
                case 9 << 3:
                    into.MileageTenthKm = (int)value;
                    break;
            }
        }

        private static DecodeResult TakeStep(byte[] data, int at, int end, SwapSummary into)
        {
            int index = into.StepCount;
            if (index == SwapSummary.StepRoom)
            {
                return DecodeResult.Long;
            }

            into.StepCount = index + 1;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                switch (tag)
                {
                    case 1 << 3:
                        into.StepPhase[index] = (int)value;
                        break;
                    case 2 << 3:
                        into.StepTries[index] = (int)value;
                        break;
                    case 3 << 3:
                        into.StepMs[index] = (int)value;
                        break;
                    case 4 << 3:
                        into.StepLimitMs[index] = (int)value;
                        break;
                }
            }

            return DecodeResult.Ok;
        }
    }
}

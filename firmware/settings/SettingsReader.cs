using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Reads <c>Settings</c> of settings.proto: what is changed in the field.</summary>
    public static class SettingsReader
    {
        /// <summary>From here on the fields are bytes.</summary>
        private const int FirstOfBytes = 17;

        /// <summary>
        /// A copy of the settings the board composed, with all that the message says. Null when a field cannot be read
        /// or is not known, and when the whole does not pass its check.
        /// </summary>
        public static NodeSettings Read(byte[] data, int at, int length, NodeSettings built)
        {
            NodeSettings into = built.Copy();
            into.Crc = 0;
            return Fill(data, at, at + length, into) && into.Version > 0 && into.TelemetryBytes <= built.TelemetryBytes
                && into.Check() == 0 ? into : null;
        }

        /// <summary>
        /// Takes all that the message says, without checking what it makes of the whole; false when a field cannot be
        /// read or is not known.
        /// </summary>
        public static bool Fill(byte[] data, int at, int end, NodeSettings into)
        {
            while (at >= 0 && at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                int wire = tag >> 3 < FirstOfBytes ? ProtoReader.WireVarint : ProtoReader.WireBytes;
                bool taken = at >= 0 && (tag & 7) == wire && value <= 0x7FFFFFFF
                    && Take(data, at, tag >> 3, (int)value, into);
                at = taken ? at : -1;
            }

            return at == end;
        }

        /// <summary>A byte each.</summary>
        public static int[] Numbers(byte[] data, int at, int count)
        {
            int[] numbers = new int[count];
            for (int i = 0; i < count; i++)
            {
                numbers[i] = data[at + i];
            }

            return numbers;
        }

        private static bool Take(byte[] data, int end, int field, int value, NodeSettings into)
        {
            switch (field)
            {
                case 1:
                    into.Version = value;
                    return true;
                case 2:
                    into.WatchMs = value;
                    return true;
                case 3:
                    into.TelemetryIntervalS = value;
                    return true;
                case 4:
                    into.TelemetryBytes = value;
                    return true;
                case 5:
                    into.ChargerW = value;
                    return true;
                case 17:
                    into.IsolationBays = Numbers(data, end - value, value);
                    return true;
                case 18:
                    into.Interfaces = Numbers(data, end - value, value);
                    return true;
                case 19:
                    return TakeVehicles(data, end - value, end, into);
                case 21:
                    return TakeRegister(data, end - value, end, into.Profile);
                case 20:
                    return TakeStep(data, end - value, end, into.Profile);
                default:
                    return TakeLimit(field, value, into.Profile);
            }
        }

        private static bool TakeLimit(int field, int value, SwapProfile profile)
        {
            switch (field)
            {
                case 6:
                    profile.SwapLimitMs = value;
                    return true;
                case 7:
                    profile.SettleMs = value;
                    return true;
                case 8:
                    profile.DebounceMs = value;
                    return true;
                case 9:
                    profile.LockDisagreeMs = value;
                    return true;
                case 10:
                    profile.SeatDisagreeMs = value;
                    return true;
                case 11:
                    profile.ConnectorDisagreeMs = value;
                    return true;
                case 12:
                    profile.LockTravelMs = value;
                    return true;
                case 13:
                    profile.TargetChargePermille = value;
                    return true;
                case 14:
                    profile.TemperatureLimitC = value;
                    return true;
                case 15:
                    profile.TemperatureLeastC = ProtoReader.ZigZag((ulong)value);
                    return true;
                case 16:
                    profile.ConnectorLimitC = value;
                    return true;
                default:
                    return false;
            }
        }

        private static bool TakeVehicles(byte[] data, int at, int end, NodeSettings into)
        {
            into.Vehicles = new string[0];
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0 || tag != ((1 << 3) | ProtoReader.WireBytes) || value < 1
                    || value > EventRecord.VehicleRoom)
                {
                    return false;
                }

                into.Vehicles = Add(into.Vehicles, Ascii.Read(data, at - (int)value, (int)value));
            }

            return true;
        }

        private static bool TakeRegister(byte[] data, int at, int end, SwapProfile profile)
        {
            profile.PermittedPacks = new PackRule[0];
            profile.RegisterVersion = 0;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at >= 0 && tag == 1 << 3 && value <= 0x7FFFFFFF)
                {
                    profile.RegisterVersion = (int)value;
                }
                else if (at >= 0 && tag == ((2 << 3) | ProtoReader.WireBytes) && value > 0)
                {
                    string begins = Ascii.Read(data, at - (int)value, (int)value);
                    Permit(new string[] { begins }, "", new string[0], profile);
                }
                else if (at < 0 || tag != ((3 << 3) | ProtoReader.WireBytes)
                    || !TakeOwned(data, at - (int)value, at, profile))
                {
                    return false;
                }
            }

            return profile.RegisterVersion > 0;
        }

        /// <summary>Packs of one owner.</summary>
        private static bool TakeOwned(byte[] data, int at, int end, SwapProfile profile)
        {
            string owner = "";
            string[] begins = new string[0];
            string[] operators = begins;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0 || (tag & 7) != ProtoReader.WireBytes || value < 1)
                {
                    return false;
                }

                string text = Ascii.Read(data, at - (int)value, (int)value);
                int field = tag >> 3;
                if (field == 2)
                {
                    begins = Add(begins, text);
                }
                else if (field == 3 && NodeSettings.IsIdentifier(text))
                {
                    operators = Add(operators, text);
                }
                else if (field == 1 && NodeSettings.IsIdentifier(text))
                {
                    owner = text;
                }
                else
                {
                    return false;
                }
            }

            Permit(begins, owner, operators, profile);
            return owner.Length > 0 && begins.Length > 0;
        }

        private static void Permit(string[] begins, string owner, string[] operators, SwapProfile profile)
        {
            PackRule[] register = profile.PermittedPacks;
            PackRule[] longer = new PackRule[register.Length + begins.Length];
            System.Array.Copy(register, longer, register.Length);
            for (int i = 0; i < begins.Length; i++)
            {
                longer[register.Length + i] = new PackRule(begins[i], owner, operators);
            }

            profile.PermittedPacks = longer;
        }

        private static string[] Add(string[] to, string text)
        {
            string[] longer = new string[to.Length + 1];
            System.Array.Copy(to, longer, to.Length);
            longer[to.Length] = text;
            return longer;
        }

        private static bool TakeStep(byte[] data, int at, int end, SwapProfile profile)
        {
            ulong phase = 0;
            ulong limitMs = 0;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0 || (tag != 1 << 3 && tag != 2 << 3))
                {
                    return false;
                }

                phase = tag == 1 << 3 ? value : phase;
                limitMs = tag == 2 << 3 ? value : limitMs;
            }

            for (int i = 0; i < profile.Steps.Length; i++)
            {
                StepPlan step = profile.Steps[i];
                if ((ulong)step.Phase == phase)
                {
                    profile.Steps[i] = new StepPlan(
                        step.Phase, step.Require, step.Forbid, (long)limitMs, step.Retries, step.GoesBack);
                    return true;
                }
            }

            return false;
        }
    }
}

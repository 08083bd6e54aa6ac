using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// A CRC of every field of settings, each number as eight bytes in a fixed order, each text and list behind its
    /// length.
    /// </summary>
    public sealed class SettingsCrc
    {
        private uint _crc;

        public uint Of(NodeSettings settings)
        {
            SwapProfile profile = settings.Profile;
            JournalSettings journal = settings.Journal;
            Add(new long[]
            {
                settings.LinkAddress, settings.Lane, settings.WatchMs, settings.ChargerW, journal.CapacityBytes,
                journal.SegmentBytes, journal.PendingBytes, journal.Segments, profile.Version,
                profile.HasHoist ? 1 : 0, profile.Packs, profile.LockPoints, profile.LockByFrame ? 1 : 0,
                profile.IdentityByVin ? 1 : 0, profile.SwapLimitMs, profile.SettleMs, profile.DebounceMs,
                profile.LockDisagreeMs, profile.SeatDisagreeMs, profile.ConnectorDisagreeMs, profile.LockTravelMs,
                profile.InterfaceId, profile.TargetChargePermille, profile.AlarmLevelLimit, profile.TemperatureLimitC,
                profile.TemperatureLeastC, profile.ConnectorLimitC, profile.NeedsAuthorisation ? 1 : 0,
                profile.InsulationOhmPerVolt, profile.SafeVoltageMv, profile.RegisterVersion,
                profile.PermittedPacks.Length, settings.TelemetryIntervalS, settings.TelemetryBytes, settings.Version,
                settings.BrokerPort, settings.BrokerTls ? 1 : 0,
            });
            Add(settings.Bays);
            Add(settings.IsolationBays);
            Add(settings.Interfaces);
            Add(new string[]
            {
                settings.City, settings.Station, settings.Node, settings.Board, profile.Name, profile.Operator,
                settings.BrokerHost, settings.TimeServer,
            });
            Add(settings.Vehicles);
            for (int i = 0; i < profile.PermittedPacks.Length; i++)
            {
                PackRule rule = profile.PermittedPacks[i];
                Add(new string[] { rule.Begins, rule.Owner });
                Add(rule.Operators);
            }

            for (int i = 0; i < profile.Steps.Length; i++)
            {
                StepPlan step = profile.Steps[i];
                Add(new long[]
                {
                    (int)step.Phase, (long)step.Require, (long)step.Forbid, step.LimitMs, step.Retries,
                    step.GoesBack ? 1 : 0,
                });
            }

            return _crc;
        }

        private void Add(long[] numbers)
        {
            byte[] bytes = new byte[8 * numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                Bytes.WriteUInt64(bytes, 8 * i, (ulong)numbers[i]);
            }

            _crc = Crc32.Extend(_crc, bytes, 0, bytes.Length);
        }

        private void Add(int[] numbers)
        {
            long[] longs = new long[numbers.Length + 1];
            longs[0] = numbers.Length;
            for (int i = 0; i < numbers.Length; i++)
            {
                longs[i + 1] = numbers[i];
            }

            Add(longs);
        }

        private void Add(string[] texts)
        {
            Add(new long[] { texts.Length });
            for (int i = 0; i < texts.Length; i++)
            {
                int[] letters = new int[texts[i].Length];
                for (int j = 0; j < letters.Length; j++)
                {
                    letters[j] = texts[i][j];
                }

                Add(letters);
            }
        }
    }
}

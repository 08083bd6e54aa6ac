using System.Security.Cryptography;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.City;

/// <summary>Records for the tests of the city's contract.</summary>
internal static class Events
{
    public const ulong Journal = 0x1122334455667788;

    public static EventRecord Step(ulong sequence, ulong journal = Journal) => new()
    {
        Journal = journal,
        Sequence = sequence,
        Boot = 1,
        UtcMs = 1_000,
        TimeQuality = TimeQuality.Sntp,
        UptimeMs = 300,
        Kind = EventKind.SwapStep,
        RequestId = 7,
        Phase = 13,
        PreviousPhase = 12,
        Facts = 5,
        DurationMs = 2,
    };

    /// <summary>Every field at the value that takes the most bytes.</summary>
    public static EventRecord Fullest()
    {
        EventRecord record = new()
        {
            Journal = ulong.MaxValue,
            Sequence = ulong.MaxValue,
            Boot = uint.MaxValue,
            UtcMs = -1,
            TimeQuality = (TimeQuality)int.MaxValue,
            UptimeMs = long.MaxValue,
            Kind = (EventKind)int.MaxValue,
            RequestId = uint.MaxValue,
            Bay = int.MaxValue,
            Value = int.MinValue,
            Phase = int.MaxValue,
            PreviousPhase = int.MaxValue,
            Fault = int.MaxValue,
            Facts = ulong.MaxValue,
            DurationMs = int.MaxValue,
            LimitMs = int.MaxValue,
            StoreBay = int.MaxValue,
            TakeBay = int.MaxValue,
            PackSerial = uint.MaxValue,
            ChargePermille = int.MaxValue,
            HealthPermille = int.MaxValue,
            Warning = int.MaxValue,
            Level = int.MaxValue,
            LostCount = ulong.MaxValue,
            LostSinceMs = long.MaxValue,
            Retries = int.MaxValue,
            Pack = int.MaxValue,
            Aborted = true,
            OldSerial = uint.MaxValue,
            Finding = int.MaxValue,
            StoreChoice = ulong.MaxValue,
            TakeChoice = ulong.MaxValue,
            LaneWarning = int.MaxValue,
            NodeWarning = int.MaxValue,
            Owner = int.MaxValue,
            OwnedByLength = EventRecord.OwnerRoom,
            ChargedTenthKwh = uint.MaxValue,
            DischargedTenthKwh = uint.MaxValue,
            SwapChargedTenthKwh = uint.MaxValue,
            MeterWh = long.MaxValue,
            Action = (AuditAction)int.MaxValue,
            Issuer = (Issuer)int.MaxValue,
            OrderNumber = ulong.MaxValue,
        };
        record.OrderLength = Ascii.Write(new string('O', EventRecord.OrderRoom), record.Order, 0);
        Ascii.Write(new string('W', EventRecord.OwnerRoom), record.OwnedBy, 0);
        SetText(record, new string('P', EventRecord.PackCodeRoom), new string('V', EventRecord.VehicleRoom));
        return record;
    }

    /// <summary>The longest of all events: an end of a swap, every field at the value that takes the most bytes.
    /// </summary>
    public static EventRecord FullestEnd()
    {
        EventRecord record = Fullest();
        record.Kind = EventKind.SwapEnded;
        SwapSummary summary = record.Summary;
        summary.Result = (SwapResult)int.MaxValue;
        summary.Held = summary.Confirmed = summary.Restarts = summary.ProfileVersion =
            summary.RegisterVersion = int.MaxValue;
        summary.ConfirmedBy = (Issuer)int.MaxValue;
        summary.ProfileLength = Ascii.Write(new string('n', SwapSummary.ProfileRoom), summary.Profile, 0);
        summary.SettingsCrc = uint.MaxValue;
        summary.MileageTenthKm = int.MaxValue;
        summary.StepCount = SwapSummary.StepRoom;
        foreach (int[] column in new[] { summary.StepPhase, summary.StepTries, summary.StepMs, summary.StepLimitMs })
        {
            Array.Fill(column, int.MaxValue);
        }

        return record;
    }

    public static void SetText(EventRecord record, string packCode, string vehicle)
    {
        record.PackCodeLength = Ascii.Write(packCode, record.PackCode, 0);
        record.VehicleLength = Ascii.Write(vehicle, record.Vehicle, 0);
    }

    /// <summary>A record drawn from a seed; some fields stay empty, as in real ones.</summary>
    public static EventRecord Random(Random random)
    {
        EventRecord record = new()
        {
            Journal = (ulong)random.NextInt64(),
            Sequence = (ulong)random.NextInt64(1, long.MaxValue),
            Boot = (uint)random.Next(),
            TimeQuality = (TimeQuality)random.Next(5),
            UptimeMs = random.NextInt64(),
            Kind = (EventKind)random.Next(1, 16),
            RequestId = (uint)random.Next(),
            Bay = random.Next(9),
            Value = random.Next(int.MinValue, int.MaxValue),
        };
        record.UtcMs = record.TimeQuality == TimeQuality.Unknown ? 0 : random.NextInt64();
        if (random.Next(2) == 0)
        {
            record.Phase = random.Next(19);
            record.PreviousPhase = random.Next(19);
            record.Fault = random.Next(44);
            record.Facts = (ulong)random.NextInt64();
            record.DurationMs = random.Next();
            record.LimitMs = random.Next();
            record.StoreBay = random.Next(17);
            record.TakeBay = random.Next(17);
            record.Retries = random.Next(5);
            record.Pack = random.Next(5);
            record.Aborted = random.Next(2) == 0;
            record.OldSerial = (uint)random.Next();
            record.Finding = random.Next(19);
            record.StoreChoice = (ulong)random.NextInt64();
            record.TakeChoice = (ulong)random.NextInt64();
        }

        if (random.Next(2) == 0)
        {
            record.OrderLength = Ascii.Write(new string('o', random.Next(33)), record.Order, 0);
        }

        if (record.Kind == EventKind.SwapEnded)
        {
            Fill(record.Summary, random);
            return record;
        }

        if (random.Next(2) == 0)
        {
            record.Action = (AuditAction)random.Next(1, 5);
            record.Issuer = (Issuer)random.Next(3);
            record.OrderNumber = (ulong)random.NextInt64();
        }

        if (random.Next(2) == 0)
        {
            record.Owner = random.Next(3);
            record.OwnedByLength = Ascii.Write(new string('w', random.Next(25)), record.OwnedBy, 0);
            record.ChargedTenthKwh = random.NextInt64(-1, 1L << 32);
            record.DischargedTenthKwh = random.NextInt64(-1, 1L << 32);
            record.SwapChargedTenthKwh = random.Next(-1, 2);
            record.MeterWh = random.Next(-1, 2);
        }

        if (random.Next(2) == 0)
        {
            record.PackSerial = (uint)random.Next();
            record.ChargePermille = random.Next(-1, 1001);
            record.HealthPermille = random.Next(-1, 1001);
            SetText(record, new string('c', random.Next(28)), new string('v', random.Next(18)));
        }

        if (random.Next(2) == 0)
        {
            record.Warning = random.Next(1, 100);
            record.LaneWarning = random.Next(4);
            record.NodeWarning = random.Next(3);
            record.Level = random.Next(1, 4);
            record.LostCount = (ulong)random.Next(1, 100);
            record.LostSinceMs = random.Next();
        }

        return record;
    }

    private static void Fill(SwapSummary summary, Random random)
    {
        summary.Result = (SwapResult)random.Next(9);
        summary.Held = random.Next(4);
        summary.Confirmed = random.Next(4);
        summary.ConfirmedBy = (Issuer)random.Next(3);
        summary.Restarts = random.Next(3);
        summary.ProfileLength = Ascii.Write(new string('p', random.Next(25)), summary.Profile, 0);
        summary.ProfileVersion = random.Next();
        summary.RegisterVersion = random.Next(3);
        summary.SettingsCrc = (uint)random.Next();
        summary.MileageTenthKm = random.Next(-1, 2);
        summary.StepCount = random.Next(SwapSummary.StepRoom + 1);
        for (int i = 0; i < summary.StepCount; i++)
        {
            summary.StepPhase[i] = random.Next(27);
            summary.StepTries[i] = random.Next(1, 4);
            summary.StepMs[i] = random.Next();
            summary.StepLimitMs[i] = random.Next(2) * random.Next();
        }
    }

    /// <summary>An acknowledgement as the city signs it with this key.</summary>
    public static byte[] Acknowledgement(byte[] key)
    {
        AckRecord ack = new()
        {
            Journal = Journal, EventThrough = 42, TelemetryThrough = 7, CityUtcMs = 1000,
        };
        byte[] bytes = new byte[AckWriter.Encode(ack, new byte[128], 0)];
        Assert.Equal(-1, AckWriter.Encode(ack, new byte[bytes.Length - 1], 0));
        Assert.Equal(bytes.Length, AckWriter.Encode(ack, bytes, 0));
        HMACSHA256.HashData(key, bytes.AsSpan(ack.BodyOffset, ack.BodyLength), bytes.AsSpan(ack.MacOffset));
        return bytes;
    }

    public static byte[] Encode(EventRecord record)
    {
        byte[] buffer = new byte[EventCodec.MaxLength];
        return buffer[..EventCodec.Encode(record, buffer, 0)];
    }
}

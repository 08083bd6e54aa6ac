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
            StoreBay = 16,
            TakeBay = 15,
            PackSerial = uint.MaxValue,
            ChargePermille = int.MaxValue,
            HealthPermille = int.MaxValue,
            Warning = int.MaxValue,
            Level = int.MaxValue,
            LostCount = ulong.MaxValue,
            LostSinceMs = long.MaxValue,
        };
        SetText(record, new string('P', EventRecord.PackCodeRoom), new string('V', EventRecord.VehicleRoom));
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
            Kind = (EventKind)random.Next(1, 15),
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
            record.Level = random.Next(1, 4);
            record.LostCount = (ulong)random.Next(1, 100);
            record.LostSinceMs = random.Next();
        }

        return record;
    }

    public static byte[] Encode(EventRecord record)
    {
        byte[] buffer = new byte[EventCodec.MaxLength];
        return buffer[..EventCodec.Encode(record, buffer, 0)];
    }
}

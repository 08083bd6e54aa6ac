using System.Globalization;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Records of the contract as rows; what a record does not say is NULL.</summary>
internal static class CityRows
{
    public static (string Name, object? Value)[] Of(EventRecord record, byte[] body, long receivedMs)
    {
        bool step = (record.Phase | record.PreviousPhase) != 0;
        return
        [
            ("$journal", CityStore.Hex(record.Journal)),
            ("$sequence", (long)record.Sequence),
            ("$boot", (long)record.Boot),
            ("$utc_ms", record.TimeQuality == TimeQuality.Unknown ? null : record.UtcMs),
            ("$time_quality", (int)record.TimeQuality),
            ("$uptime_ms", record.UptimeMs),
            ("$kind", (int)record.Kind),
            ("$request_id", Said(record.RequestId)),
            ("$bay", Said(record.Bay)),
            ("$vehicle", Text(record.Vehicle, record.VehicleLength)),
            ("$value", (long)record.Value),
            ("$phase", step ? record.Phase : null),
            ("$previous_phase", step ? record.PreviousPhase : null),
            ("$fault", step || record.Fault != 0 ? record.Fault : null),
            ("$facts", step ? (long)record.Facts : null),
            ("$duration_ms", Said(record.DurationMs)),
            ("$limit_ms", Said(record.LimitMs)),
            ("$pack_code", Text(record.PackCode, record.PackCodeLength)),
            ("$pack_serial", Said(record.PackSerial)),
            ("$charge_permille", record.ChargePermille < 0 ? null : record.ChargePermille),
            ("$health_permille", record.HealthPermille < 0 ? null : record.HealthPermille),
            ("$warning", Said(record.Warning)),
            ("$level", Said(record.Level)),
            ("$lost_count", record.LostCount == 0 ? null : (long)record.LostCount),
            ("$received_ms", receivedMs),
            ("$body", body),
        ];
    }

    public static (string Name, object? Value)[] Of(string node, BirthRecord record, long receivedMs) =>
    [
        ("$node", node),
        ("$journal", CityStore.Hex(record.Journal)),
        ("$boot", (long)record.Boot),
        ("$node_kind", (int)record.NodeKind),
        ("$firmware", record.Firmware),
        ("$board", record.Board),
        ("$settings_crc", (long)record.SettingsCrc),
        ("$bays", string.Join(' ', record.Bays.Take(record.BayCount)
            .Select(bay => bay.ToString(CultureInfo.InvariantCulture)))),
        ("$first_sequence", (long)record.FirstSequence),
        ("$last_sequence", (long)record.LastSequence),
        ("$event_through", (long)record.EventThrough),
        ("$received_ms", receivedMs),
    ];

    /// <summary>The end of a swap beside what its event says.</summary>
    public static (string Name, object? Value)[] OfEnd(EventRecord record)
    {
        SwapSummary summary = record.Summary;
        return
        [
            ("$journal", CityStore.Hex(record.Journal)),
            ("$sequence", (long)record.Sequence),
            ("$request_id", (long)record.RequestId),
            ("$order_id", Text(record.Order, record.OrderLength)),
            ("$result", (int)summary.Result),
            ("$store_bay", Said(record.StoreBay)),
            ("$take_bay", Said(record.TakeBay)),
            ("$packs", (long)record.Pack),
            ("$retries", (long)record.Retries),
            ("$held", (long)summary.Held),
            ("$confirmed", (long)summary.Confirmed),
            ("$confirmed_by", Said((int)summary.ConfirmedBy)),
            ("$restarts", (long)summary.Restarts),
            ("$profile", Text(summary.Profile, summary.ProfileLength)),
            ("$profile_version", Said(summary.ProfileVersion)),
            ("$settings_crc", Said(summary.SettingsCrc)),
            ("$register_version", Said(summary.RegisterVersion)),
            ("$mileage_tenth_km", Known(summary.MileageTenthKm)),
        ];
    }

    public static (string Name, object? Value)[] OfStep(EventRecord record, int place) =>
    [
        ("$journal", CityStore.Hex(record.Journal)),
        ("$sequence", (long)record.Sequence),
        ("$place", (long)place),
        ("$phase", (long)record.Summary.StepPhase[place]),
        ("$tries", (long)record.Summary.StepTries[place]),
        ("$duration_ms", (long)record.Summary.StepMs[place]),
        ("$limit_ms", Said(record.Summary.StepLimitMs[place])),
    ];

    public static (string Name, object? Value)[] OfEnergies(EventRecord record) =>
    [
        ("$journal", CityStore.Hex(record.Journal)),
        ("$sequence", (long)record.Sequence),
        ("$owner", Said(record.Owner)),
        ("$charged", Known(record.ChargedTenthKwh)),
        ("$discharged", Known(record.DischargedTenthKwh)),
        ("$swap_charged", Known(record.SwapChargedTenthKwh)),
        ("$meter", Known(record.MeterWh)),
    ];

    private static long? Known(long value) => value < 0 ? null : value;

    private static long? Said(long value) => value == 0 ? null : value;

    private static string? Text(byte[] bytes, int length) => length == 0 ? null : Ascii.Read(bytes, 0, length);
}

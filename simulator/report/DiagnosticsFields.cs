using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static SwapEdge.Simulator.ReportForm;

namespace SwapEdge.Simulator;

/// <summary><c>Diagnostics</c> of city.proto, field by field. A test compares it with the contract.</summary>
public static class DiagnosticsFields
{
    private static readonly ReportField[] Passes =
    [
        new(1, "passes", Number), new(2, "late", Number), new(3, "missed", Number),
        new(4, "longest_gap_ms", Number), new(5, "longest_work_ms", Number),
    ];

    private static readonly ReportField[] Memory =
    [
        new(1, "free_bytes", Number), new(2, "least_free_bytes", Number),
        new(3, "native_free_bytes", Number), new(4, "least_native_free_bytes", Number),
        new(5, "native_largest_bytes", Number), new(6, "least_native_largest_bytes", Number),
    ];

    private static readonly ReportField[] Journal =
    [
        new(1, "journal", Hex), new(2, "first_sequence", Number), new(3, "last_sequence", Number),
        new(4, "event_through", Number), new(5, "events_lost", Number), new(6, "commits_refused", Number),
        new(7, "records_damaged", Number), new(8, "segments_damaged", Number),
    ];

    private static readonly ReportField[] Uplink =
    [
        new(1, "acks_refused", Number), new(2, "acks_early", Number), new(3, "resends", Number),
        new(4, "connections_given_up", Number), new(5, "alarm_copies_dropped", Number),
        new(6, "telemetry_dropped", Number), new(7, "black_boxes_skipped", Number),
    ];

    private static readonly ReportField[] Bus =
    [
        new(1, "kind", Number, code => Words.Of((BusKind)code)), new(2, "bay", Number),
        new(3, "frames_lost", Number), new(4, "transmit_errors", Number), new(5, "receive_errors", Number),
        new(6, "bus_offs", Number), new(7, "frames", Counts, code => Words.Of((DecodeResult)code)),
    ];

    private static readonly ReportField[] Ends =
    [
        new(1, "device_utc_ms", Time), new(2, "authority_utc_ms", Time), new(3, "device_days_left", Number),
        new(4, "authority_days_left", Number),
    ];

    private static readonly ReportField[] Warning =
    [
        new(1, "code", Number, code => Words.Of((PackWarning)code)), new(2, "level", Number),
        new(3, "lane", Number, code => Words.Of((LaneWarning)code)),
        new(4, "node", Number, code => Words.Of((NodeWarning)code)),
    ];

    private static readonly ReportField[] Trouble =
    [
        new(1, "sequence", Number), new(2, "boot", Number), new(3, "uptime_ms", Number), new(4, "utc_ms", Time),
        new(5, "kind", Number, code => Words.Of((EventKind)code)), new(6, "bay", Number),
        new(7, "fault", Number, code => FaultWords.Of((Fault)code)?.Seen ?? Words.Of((Fault)code)),
        new(8, "warning", Message, null, Warning), new(9, "value", ZigZag),
    ];

    public static ReportField[] All { get; } =
    [
        new(1, "firmware", Text), new(2, "board", Text), new(3, "settings_crc", Hex),
        new(4, "settings_version", Number), new(5, "boot", Number),
        new(6, "boot_reason", Number, code => Words.Of((BootReason)code)), new(7, "uptime_ms", Number),
        new(8, "utc_ms", Time), new(9, "time_quality", Number, code => Words.Of((TimeQuality)code)),
        new(10, "passes", Message, null, Passes), new(11, "memory", Message, null, Memory),
        new(12, "journal", Message, null, Journal), new(13, "uplink", Message, null, Uplink),
        new(14, "buses", Messages, null, Bus),
        new(15, "commands_refused", Counts, code => Words.Of((CommandReason)code)),
        new(16, "certificates", Message, null, Ends),
        new(17, "findings", List, code => Words.Of((SelfTestFinding)code)),
        new(18, "troubles", Messages, null, Trouble),
    ];
}

using System.Buffers.Binary;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>What a node gave, in words.</summary>
internal static class OutputWords
{
    /// <param name="place">Where it was given.</param>
    /// <param name="what">Name of the call.</param>
    /// <param name="entry">What was given.</param>
    public static string Of(string place, string what, TurnEntry entry)
    {
        byte[] bytes = entry.Bytes;
        string refused = entry.Answer is [0] ? " (refused)" : "";
        return (place, what) switch
        {
            ("lane", _) => Lane(bytes),
            ("cabinet", nameof(ICabinetIo.SelectLine)) =>
                Invariant($"pack line joined to door place {new RecordCursor(bytes).Signed()}"),
            ("cabinet", _) => Cabinet(bytes),
            ("store", nameof(IStore.Append)) => Append(bytes) + Answer(entry.Answer),
            ("store", _) => $"deletes {new RecordCursor(bytes).Text()}{refused}",
            ("uplink", nameof(IUplink.Publish)) => Publish(bytes) + refused,
            ("uplink", nameof(IUplink.Subscribe)) =>
                $"subscribes {System.Text.Encoding.UTF8.GetString(bytes)}{refused}",
            ("uplink", nameof(IUplink.Connect)) => "connects to the broker",
            ("uplink", _) => "disconnects from the broker",
            ("mac", _) => Invariant($"signs or checks {Length(bytes)} bytes with checksum ")
                + Invariant($"{BinaryPrimitives.ReadUInt32LittleEndian(bytes):X8}"),
            ("random", _) => Invariant($"asks for {new RecordCursor(bytes).Count()} random bytes"),
            ("heartbeat", _) => "heartbeat",
            ("node", _) => $"restarts itself: {Words.Of((BootReason)bytes[0])}",
            ("line", _) => RecordWords.Bytes("writes to the pack line", bytes) + refused,
            (_, nameof(ICanBus.Send)) => "sends on " + RecordWords.Frame(place, bytes) + refused,
            (_, nameof(IBayIo.Write)) => $"charge permit of {place} {(bytes is [1] ? "on" : "off")}",
            _ => RecordWords.Bytes($"{place}: {Words.Of(what)}", bytes) + refused,
        };
    }

    /// <summary>An event in words; null when the bytes are none.</summary>
    public static string? Event(byte[] bytes, int at, int length)
    {
        EventRecord record = new();
        if (EventCodec.Decode(bytes, at, length, record) != DecodeResult.Ok)
        {
            return null;
        }

        string detail = record.Kind switch
        {
            EventKind.SwapStep => $" {Words.Of((Phase)record.PreviousPhase)} to {Words.Of((Phase)record.Phase)}"
                + (record.Fault == 0 ? "" : $", {Words.Of((Fault)record.Fault)}"),
            EventKind.WarningRaised or EventKind.WarningCleared =>
                Invariant($" {record.Warning}, level {record.Level}"),
            EventKind.Audit => $" {Words.Of(record.Action)}",
            _ => "",
        };
        string bay = record.Bay > 0 ? Invariant($", bay {record.Bay}") : "";
        return Invariant($"event {record.Sequence}: {Words.Of(record.Kind)}{detail}{bay}");
    }

    private static string Lane(byte[] bytes)
    {
        RecordCursor cursor = new(bytes);
        string drives = RecordWords.Drives(cursor.Signed());
        long bay = cursor.Signed();
        long pack = cursor.Signed();
        return $"drives: {drives}" + (bay > 0 ? Invariant($"; bay {bay}") : "") + Invariant($"; pack {pack}");
    }

    private static string Cabinet(byte[] bytes)
    {
        RecordCursor cursor = new(bytes);
        string drives = RecordWords.Drives(cursor.Signed());
        long door = cursor.Signed();
        return $"drives: {drives}" + (door >= 0 ? Invariant($"; door place {door}") : "");
    }

    private static string Append(byte[] bytes)
    {
        RecordCursor cursor = new(bytes);
        string name = cursor.Text();
        byte[] data = cursor.Raw(bytes.Length - cursor.At).ToArray();
        List<string> events = Segment.Number(name) >= 0 ? EventsOf(data) : [];
        return events.Count == 0
            ? RecordWords.Bytes($"appends to {name}", data)
            : Invariant($"appends to {name}, {data.Length} bytes: {string.Join("; ", events)}");
    }

    private static List<string> EventsOf(byte[] data)
    {
        List<string> events = [];
        int at = data.AsSpan().StartsWith("SEJ"u8) ? Segment.HeaderLength : 0;
        while (at + Segment.RecordHead <= data.Length)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(at));
            at += Segment.RecordHead;
            if (length > data.Length - at || Event(data, at, length) is not { } words)
            {
                break;
            }

            events.Add(words);
            at += length;
        }

        return events;
    }

    private static string Publish(byte[] bytes)
    {
        RecordCursor cursor = new(bytes);
        string topic = cursor.Text();
        cursor.Count();
        byte[] payload = cursor.Raw(bytes.Length - cursor.At).ToArray();
        string leaf = topic[(topic.LastIndexOf('/') + 1)..];
        return (leaf is "event" or "alarm" ? Event(payload, 0, payload.Length) : null) is { } words
            ? $"publishes on {leaf} {words}"
            : leaf == "state" ? $"publishes its state: {Ascii.Read(payload, 0, payload.Length)}"
            : RecordWords.Bytes($"publishes on {leaf}", payload);
    }

    private static string Answer(byte[] answer) => answer switch
    {
        [TapedStore.Cut, ..] => " (power failed in it)",
        [(byte)StoreResult.Full, ..] => " (no room)",
        [(byte)StoreResult.Failed, ..] => " (failed)",
        _ => "",
    };

    private static int Length(byte[] bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
}

using System.Reflection;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Inputs and outputs of a record in words.</summary>
internal static class RecordWords
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["clock.UtcQuality"] = typeof(TimeQuality),
        ["uplink.Link"] = typeof(UplinkLink),
        ["board.LastEnd"] = typeof(BootReason),
        ["board.MemoryKnown"] = typeof(bool),
    };

    private static readonly Type[] Levels =
        [typeof(LaneInputs), typeof(BayInputs), typeof(CabinetInputs), typeof(DoorInputs), typeof(OperatorInputs)];

    /// <summary>A moment of the run.</summary>
    public static string At(long nowMs) => Invariant($"{nowMs / 1000.0:0.000} s");

    public static string Of(string channel, TurnEntry entry)
    {
        int dot = channel.LastIndexOf('.');
        (string place, string what) = (channel[..dot], channel[(dot + 1)..]);
        try
        {
            return entry.Kind switch
            {
                EntryKind.Value => $"{place}: {Words.Of(what)} {Level(channel, what, entry.Number)}",
                EntryKind.Came => Came(place, what, entry.Bytes),
                _ => OutputWords.Of(place, what, entry),
            };
        }
        catch (RecordDamageException)
        {
            return Bytes($"{place}: {Words.Of(what)}", entry.Bytes);
        }
    }

    /// <summary>A few bytes as they are, with how many there are.</summary>
    public static string Bytes(string about, ReadOnlySpan<byte> bytes)
    {
        const int Shown = 24;
        string hex = Convert.ToHexString(bytes[..Math.Min(bytes.Length, Shown)]);
        return Invariant($"{about}, {bytes.Length} bytes {hex}") + (bytes.Length > Shown ? "…" : "");
    }

    public static string Frame(string place, ReadOnlySpan<byte> bytes)
    {
        CanFrame frame = new();
        TapedBus.Take(bytes, frame);
        return $"{place}: {FrameExplainer.Explain(frame).First()}";
    }

    private static string Came(string place, string what, byte[] bytes) => what switch
    {
        nameof(ICanBus.Receive) when place != "uplink" => Frame(place, bytes),
        nameof(IUplink.Receive) => Message(bytes),
        nameof(IUplink.Acknowledged) =>
            Invariant($"the broker has message {new RecordCursor(bytes).Count()}"),
        "Tag" => $"{place}: tag read {Ascii.Read(bytes, 0, bytes.Length).TrimEnd('\0')}",
        _ => Bytes($"{place}: {Words.Of(what)}", bytes),
    };

    private static string Message(byte[] bytes)
    {
        RecordCursor cursor = new(bytes);
        string topic = cursor.Text();
        cursor.Count();
        int length = cursor.Count();
        byte[] payload = cursor.Raw(bytes.Length - cursor.At).ToArray();
        AckRecord ack = new();
        bool isAck = topic.EndsWith("/ack", StringComparison.Ordinal)
            && AckCodec.Decode(payload, 0, payload.Length, ack) == DecodeResult.Ok;
        if (isAck)
        {
            return Invariant($"the city has events through {ack.EventThrough}, ")
                + Invariant($"telemetry through {ack.TelemetryThrough}");
        }

        CommandRecord command = new();
        bool isCommand = topic.EndsWith("/command", StringComparison.Ordinal)
            && CommandCodec.Decode(payload, 0, payload.Length, command) == DecodeResult.Ok;
        return isCommand
            ? Invariant($"the city commands: {Words.Of(command.Operation)}, counter {command.Counter}")
            : Invariant($"message on {topic}, {length} bytes");
    }

    private static string Level(string channel, string what, long number)
    {
        if (what == nameof(IClock.UtcMs))
        {
            return Invariant($"{number} ms ahead of the node's own time");
        }

        Type? type = Types.GetValueOrDefault(channel) ?? Levels
            .Select(levels => levels.GetField(what, BindingFlags.Public | BindingFlags.Instance)?.FieldType)
            .FirstOrDefault(found => found is not null);
        return type == typeof(bool) ? (number != 0 ? "on" : "off")
            : type == typeof(Drive) ? Drives(number)
            : type is { IsEnum: true } ? Words.Of((Enum)Enum.ToObject(type, number))
            : what.EndsWith("Points", StringComparison.Ordinal) ? Points(number)
            : Invariant($"{number}");
    }

    public static string Drives(long drives)
    {
        string[] names =
        [
            .. Enumerable.Range(0, 31).Select(bit => (Drive)((int)drives & (1 << bit)))
                .Where(drive => drive != Drive.None).Select(drive => Words.Of(drive)),
        ];
        return names.Length == 0 ? "nothing" : string.Join(", ", names);
    }

    /// <summary>Bit n is point n + 1.</summary>
    private static string Points(long bits)
    {
        IEnumerable<int> points =
            Enumerable.Range(0, 31).Where(bit => (bits & (1L << bit)) != 0).Select(bit => bit + 1);
        string text = string.Join(" ", points);
        return text.Length == 0 ? "none" : text;
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A message of the telemetry topic, or the black box of an event, taken apart.</summary>
/// <param name="Journal">Of the message; 0 for a black box, whose event says it.</param>
/// <param name="Number">Of the block; for a black box the sequence of the fault.</param>
public sealed record TelemetryMessage(
    ulong Journal, ulong Number, ulong Previous, bool Reissued, ulong Dropped, byte[] Block)
{
    private const int BoxField = 19;

    /// <summary>Null when the bytes are no telemetry message.</summary>
    public static TelemetryMessage? Of(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Fields(bytes) is { } fields && NumberOf(fields, 1) != 0 && NumberOf(fields, 2) is > 0 and <= int.MaxValue
            ? new TelemetryMessage(
                NumberOf(fields, 1), NumberOf(fields, 2), NumberOf(fields, 3), NumberOf(fields, 4) != 0,
                NumberOf(fields, 5), BytesOf(fields, 7))
            : null;
    }

    /// <summary>The black box that an event carries, or null.</summary>
    public static TelemetryMessage? BoxOf(byte[] body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Fields(body) is { } outer && BytesOf(outer, BoxField) is { Length: > 0 } box && Fields(box) is { } fields
            ? new TelemetryMessage(0, NumberOf(fields, 1), 0, NumberOf(fields, 2) != 0, 0, BytesOf(fields, 3))
            : null;
    }

    private static ulong NumberOf(Dictionary<int, (ulong Number, byte[] Bytes)> fields, int field) =>
        fields.GetValueOrDefault(field).Number;

    private static byte[] BytesOf(Dictionary<int, (ulong Number, byte[] Bytes)> fields, int field) =>
        fields.GetValueOrDefault(field).Bytes ?? [];

    private static Dictionary<int, (ulong Number, byte[] Bytes)>? Fields(byte[] bytes)
    {
        Dictionary<int, (ulong, byte[])> fields = [];
        int at = 0;
        while (at < bytes.Length)
        {
            at = ProtoReader.Next(bytes, at, bytes.Length, out int tag, out ulong value);
            if (at < 0)
            {
                return null;
            }

            bool text = (tag & 7) == ProtoReader.WireBytes;
            fields[tag >> 3] = (value, text ? bytes[(at - (int)value)..at] : []);
        }

        return fields;
    }
}

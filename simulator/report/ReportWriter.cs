using System.Globalization;
using System.Text;
using System.Text.Json;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A message of the contract as JSON for people: every field of a table, with words where a number stands for
/// something. What was not said is 0, empty, or left out where that would say something else.</summary>
internal static class ReportWriter
{
    /// <summary>False when the bytes are no message.</summary>
    public static bool Write(ReadOnlySpan<byte> message, ReportField[] fields, Utf8JsonWriter into)
    {
        ArgumentNullException.ThrowIfNull(into);
        byte[] data = message.ToArray();
        bool sound = ProtoReader.IsSound(data, 0, data.Length);
        into.WriteStartObject();
        foreach (ReportField field in fields)
        {
            sound = sound && Write(Find(data, field.Number), field, into);
        }

        into.WriteEndObject();
        return sound;
    }

    private static bool Write(List<Found> found, ReportField field, Utf8JsonWriter into)
    {
        if (found.Count == 0 && field.Form is not (ReportForm.Messages or ReportForm.List or ReportForm.Counts))
        {
            return true;
        }

        into.WritePropertyName(field.Name);
        Found last = found.Count > 0 ? found[^1] : new Found(0, []);
        switch (field.Form)
        {
            case ReportForm.Message:
                return Write(last.Bytes, field.Inner!, into);
            case ReportForm.Messages:
                into.WriteStartArray();
                bool sound = found.Aggregate(true, (all, one) => all & Write(one.Bytes, field.Inner!, into));
                into.WriteEndArray();
                return sound;
            case ReportForm.List:
                into.WriteStartArray();
                Numbers(last.Bytes).ForEach(number => into.WriteStringValue(field.Words!((int)number)));
                into.WriteEndArray();
                return true;
            case ReportForm.Counts:
                WriteCounts(Numbers(last.Bytes), field, into);
                return true;
            default:
                WriteValue(last, field, into);
                return true;
        }
    }

    private static void WriteValue(Found found, ReportField field, Utf8JsonWriter into)
    {
        switch (field.Form)
        {
            case ReportForm.Text:
                into.WriteStringValue(Encoding.ASCII.GetString(found.Bytes));
                break;
            case ReportForm.Hex:
                into.WriteStringValue(found.Value.ToString("x8", CultureInfo.InvariantCulture));
                break;
            case ReportForm.ZigZag:
                into.WriteNumberValue(ProtoReader.ZigZag(found.Value));
                break;
            case ReportForm.Time:
                into.WriteStringValue(Utc((long)found.Value));
                break;
            default:
                if (field.Words is null)
                {
                    into.WriteNumberValue((long)found.Value);
                }
                else
                {
                    into.WriteStringValue(field.Words((int)found.Value));
                }

                break;
        }
    }

    private static void WriteCounts(List<ulong> counts, ReportField field, Utf8JsonWriter into)
    {
        into.WriteStartObject();
        for (int i = 0; i < counts.Count; i++)
        {
            if (counts[i] > 0)
            {
                into.WriteNumber(field.Words!(i), counts[i]);
            }
        }

        into.WriteEndObject();
    }

    /// <summary>A time that no calendar has is told as its number.</summary>
    internal static string Utc(long utcMs) =>
        utcMs < 0 || utcMs > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? utcMs.ToString(CultureInfo.InvariantCulture)
            : DateTimeOffset.FromUnixTimeMilliseconds(utcMs).ToString("yyyy-MM-ddTHH:mm:ss'Z'",
                CultureInfo.InvariantCulture);

    /// <summary>Every occurrence in a sound message.</summary>
    private static List<Found> Find(byte[] data, int number)
    {
        List<Found> found = [];
        int at = 0;
        while (at < data.Length)
        {
            at = ProtoReader.Next(data, at, data.Length, out int tag, out ulong value);
            if ((uint)tag >> 3 == number)
            {
                bool bytes = (tag & 7) == ProtoReader.WireBytes;
                found.Add(new Found(value, bytes ? data[(at - (int)value)..at] : []));
            }
        }

        return found;
    }

    private static List<ulong> Numbers(byte[] packed)
    {
        List<ulong> numbers = [];
        for (int at = 0; at >= 0 && at < packed.Length;)
        {
            at = ProtoReader.RawVarint(packed, at, packed.Length, out ulong number);
            if (at >= 0)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private sealed record Found(ulong Value, byte[] Bytes);
}

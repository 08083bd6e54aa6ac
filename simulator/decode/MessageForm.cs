using System.Reflection;
using System.Text;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// How one message is shown. Its fields are the signals that the protocol's class declares, in that order, so there is
/// no second copy of a layout.
/// </summary>
public sealed class MessageForm
{
    private readonly SignalForm[] _signals;
    private readonly (string Name, int Offset, int Length)[] _texts;
    private readonly bool _isClock;

    /// <param name="message">The protocol's class with the signals.</param>
    /// <param name="name">As the standard writes it.</param>
    /// <param name="title">In words.</param>
    /// <param name="texts">ASCII fields: name, first byte, bytes.</param>
    public MessageForm(Type message, string name, string title, params (string Name, int Offset, int Length)[] texts)
    {
        ArgumentNullException.ThrowIfNull(message);
        _isClock = message == typeof(Cts);
        Name = name;
        Title = title;
        _texts = texts;
        _signals = [.. message
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(long))
            .OrderBy(field => field.MetadataToken)
            .Where(field => !IsReserved(field.Name))
            .Select(field => new SignalForm(message, Bare(field.Name), (long)field.GetValue(null)!))];
    }

    public string Name { get; }

    public string Title { get; }

    /// <summary>
    /// All fields that a payload of that length holds. The shift is added to its currents: what a dialect's offset
    /// takes off beyond the standard's.
    /// </summary>
    public IEnumerable<FieldValue> Fields(byte[] data, int length, int currentShiftMa = 0)
    {
        if (_isClock)
        {
            yield return Clock(data);
            yield break;
        }

        foreach (FieldValue field in ListSummary.Of(Name, data, length))
        {
            yield return field;
        }

        foreach (SignalForm signal in _signals)
        {
            if (signal.Fits(length))
            {
                yield return signal.Read(data, currentShiftMa);
            }
        }

        foreach ((string name, int offset, int count) in _texts)
        {
            if (offset + count <= length)
            {
                yield return Text(name, data.AsSpan(offset, count));
            }
        }
    }

    private static FieldValue Text(string name, ReadOnlySpan<byte> bytes)
    {
        bool known = bytes.ContainsAnyExcept((byte)0xFF, (byte)0);
        string text = Encoding.Latin1.GetString(bytes).TrimEnd('\0', ' ', '\u00FF');
        return known
            ? new FieldValue(name, null, "", Quality.Valid, Printable(text))
            : new FieldValue(name, null, "", Quality.NotAvailable, null);
    }

    private static string Printable(string text) =>
        string.Concat(text.Select(letter => letter is >= ' ' and <= '~' ? letter : '.'));

    private static FieldValue Clock(byte[] data)
    {
        if (!Cts.IsSet(data))
        {
            return new FieldValue("Time", null, "", Quality.NotAvailable, null);
        }

        string day = Invariant($"{Number(Cts.Year)}-{Number(Cts.Month):D2}-{Number(Cts.Day):D2}");
        string time = Invariant($"{Number(Cts.Hour):D2}:{Number(Cts.Minute):D2}:{Number(Cts.Second):D2}");
        return new FieldValue("Time", null, "", Quality.Valid, $"{day} {time}");

        int Number(long field) => Cts.Read(data, field);
    }

    private static string Bare(string field) =>
        field.EndsWith("Signal", StringComparison.Ordinal) ? field[..^"Signal".Length] : field;

    private static bool IsReserved(string field) => field.TrimEnd("0123456789".ToCharArray()) is "Reserved";
}

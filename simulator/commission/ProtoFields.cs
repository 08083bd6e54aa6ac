using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The fields of one message, for a reader on the desk that is in no hurry.</summary>
internal sealed class ProtoFields
{
    private readonly List<(int Number, ulong Value, byte[] Bytes)> _fields = [];

    private ProtoFields()
    {
    }

    /// <summary>Null when the bytes are no message.</summary>
    public static ProtoFields? Of(byte[] data)
    {
        if (!ProtoReader.IsSound(data, 0, data.Length))
        {
            return null;
        }

        ProtoFields fields = new();
        for (int at = 0; at < data.Length;)
        {
            at = ProtoReader.Next(data, at, data.Length, out int tag, out ulong value);
            bool bytes = (tag & 7) == ProtoReader.WireBytes;
            fields._fields.Add(((int)((uint)tag >> 3), value, bytes ? data[(at - (int)value)..at] : []));
        }

        return fields;
    }

    public bool Has(int number) => _fields.Any(field => field.Number == number);

    /// <summary>The last one; 0 when it is not there.</summary>
    public ulong Number(int number) => _fields.LastOrDefault(field => field.Number == number).Value;

    /// <summary>Of every occurrence; one that is no message is left out.</summary>
    public IEnumerable<ProtoFields> Messages(int number) =>
        _fields.Where(field => field.Number == number).Select(field => Of(field.Bytes)).OfType<ProtoFields>();

    /// <summary>The numbers of a packed field, or of one that is not.</summary>
    public IReadOnlyList<ulong> Packed(int number)
    {
        List<ulong> numbers = [];
        foreach ((_, ulong value, byte[] bytes) in _fields.Where(field => field.Number == number))
        {
            for (int at = 0; at >= 0 && at < bytes.Length;)
            {
                at = ProtoReader.RawVarint(bytes, at, bytes.Length, out ulong packed);
                numbers.Add(packed);
            }

            if (bytes.Length == 0 && value != 0)
            {
                numbers.Add(value);
            }
        }

        return numbers;
    }
}

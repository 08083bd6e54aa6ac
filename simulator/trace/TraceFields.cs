using System.Globalization;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// The fields of a trace line, each taken by its place. The first that is wrong is told in <see cref="Wrong"/>; from
/// then on values mean nothing.
/// </summary>
public sealed class TraceFields(string[] parts, string[] names)
{
    /// <summary>What is wrong; empty while all is well.</summary>
    public string Wrong { get; private set; } = "";

    /// <summary>Text of a field without its name.</summary>
    public string Text(int index)
    {
        string name = names[index];
        string part = parts[index];
        if (name.Length == 0)
        {
            return part;
        }

        if (!part.StartsWith(name + "=", StringComparison.Ordinal))
        {
            Refuse(index, $"expected {name}=");
            return "";
        }

        return part[(name.Length + 1)..];
    }

    public int Number(int index) => (int)Parse(index, int.MaxValue);

    public long Milliseconds(int index) => Parse(index, long.MaxValue);

    public (int First, int Second) Pair(int index)
    {
        string[] both = Text(index).Split('/');
        if (both.Length == 2 && int.TryParse(both[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(both[1], NumberStyles.None, CultureInfo.InvariantCulture, out int second))
        {
            return (first, second);
        }

        Refuse(index, "not two numbers");
        return (0, 0);
    }

    public ulong Hex(int index)
    {
        string text = Text(index);
        if (text.Length == 16
            && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong value))
        {
            return value;
        }

        Refuse(index, "not 16 hexadecimal digits");
        return 0;
    }

    public bool YesNo(int index)
    {
        string text = Text(index);
        if (text is not ("yes" or "no"))
        {
            Refuse(index, "neither yes nor no");
        }

        return text == "yes";
    }

    public T Name<T>(int index)
        where T : struct, Enum
    {
        string text = Text(index);
        if (Enum.TryParse(text, ignoreCase: false, out T value) && value.ToString() == text)
        {
            return value;
        }

        Refuse(index, $"no {typeof(T).Name}");
        return default;
    }

    public Drive Flags(int index)
    {
        string text = Text(index);
        Drive drives = Drive.None;
        foreach (string name in text == "-" ? [] : text.Split('+'))
        {
            if (!Enum.TryParse(name, ignoreCase: false, out Drive drive) || drive.ToString() != name)
            {
                Refuse(index, "no Drive");
                return Drive.None;
            }

            drives |= drive;
        }

        return drives;
    }

    private long Parse(int index, long most)
    {
        if (long.TryParse(Text(index), NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            && value <= most)
        {
            return value;
        }

        Refuse(index, "not a number");
        return 0;
    }

    private void Refuse(int index, string reason)
    {
        if (Wrong.Length == 0)
        {
            Wrong = $"field {index + 1}, '{parts[index]}': {reason}";
        }
    }
}

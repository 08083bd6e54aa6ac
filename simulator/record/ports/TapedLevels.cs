using System.Reflection;

namespace SwapEdge.Simulator;

/// <summary>
/// An object of input levels with a tape before it, field by field, whatever fields it has: a new one is recorded
/// without anybody thinking of it.
/// </summary>
internal sealed class TapedLevels<T>
    where T : class
{
    private readonly PortTape _tape;
    private readonly List<Level> _levels = [];

    /// <param name="tape">Records or replays.</param>
    /// <param name="name">Place that the levels are of.</param>
    public TapedLevels(PortTape tape, string name)
    {
        _tape = tape;
        Add(typeof(T), name, []);
    }

    /// <summary>After a port has filled the object; replaying, instead of it.</summary>
    public void Take(T levels)
    {
        foreach (Level level in _levels)
        {
            object owner = level.Owner is null ? levels : level.Owner.GetValue(levels)!;
            if (level.Field.FieldType == typeof(byte[]))
            {
                byte[] room = (byte[])level.Field.GetValue(owner)!;
                _tape.Bytes(level.Channel, room).CopyTo(room.AsSpan());
                continue;
            }

            long live = _tape.Replays ? 0 : Number(level.Field.GetValue(owner)!);
            long told = _tape.Value(level.Channel, live);
            if (_tape.Replays)
            {
                level.Field.SetValue(owner, Of(level.Field.FieldType, told));
            }
        }
    }

    private void Add(Type type, string name, FieldInfo[] owner)
    {
        foreach (FieldInfo field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            bool isNumber = field.FieldType.IsPrimitive || field.FieldType.IsEnum || field.FieldType == typeof(byte[]);
            if (isNumber)
            {
                _levels.Add(new Level(owner.FirstOrDefault(), field, _tape.Channel($"{name}.{field.Name}")));
            }
            else if (owner.Length == 0)
            {
                Add(field.FieldType, name, [field]);
            }
            else
            {
                throw new NotSupportedException($"{type.Name}.{field.Name}: levels lie at most one object deep");
            }
        }
    }

    private static long Number(object value) => value switch
    {
        bool on => on ? 1 : 0,
        int number => number,
        long number => number,
        Enum named => Convert.ToInt64(named, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"a level of type {value.GetType().Name}"),
    };

    private static object Of(Type type, long value) =>
        type == typeof(bool) ? value != 0
        : type == typeof(int) ? (int)value
        : type == typeof(long) ? value
        : Enum.ToObject(type, value);

    /// <param name="Owner">The object in the object that has the field; null: the object itself.</param>
    private sealed record Level(FieldInfo? Owner, FieldInfo Field, int Channel);
}

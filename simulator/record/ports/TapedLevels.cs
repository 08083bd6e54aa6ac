namespace SwapEdge.Simulator;

/// <summary>An object of input levels with a tape before it, each of its fields on a channel.</summary>
internal sealed class TapedLevels<T>
    where T : class
{
    private readonly PortTape _tape;
    private readonly int[] _channels;
    private readonly int[] _bytes;
    private readonly long[] _numbers = new long[LevelFields<T>.Numbers.Count];

    /// <param name="tape">Records or replays.</param>
    /// <param name="name">Place that the levels are of.</param>
    public TapedLevels(PortTape tape, string name)
    {
        _tape = tape;
        _channels = [.. LevelFields<T>.Numbers.Select(field => tape.Channel($"{name}.{field}"))];
        _bytes = [.. LevelFields<T>.Bytes.Select(field => tape.Channel($"{name}.{field.Name}"))];
    }

    /// <summary>After a port has filled the object; replaying, instead of it.</summary>
    public void Take(T levels)
    {
        if (!_tape.Replays)
        {
            LevelFields<T>.Get(levels, _numbers);
        }

        for (int i = 0; i < _channels.Length; i++)
        {
            _numbers[i] = _tape.Value(_channels[i], _numbers[i]);
        }

        if (_tape.Replays)
        {
            LevelFields<T>.Set(levels, _numbers);
        }

        for (int i = 0; i < _bytes.Length; i++)
        {
            byte[] room = (byte[])LevelFields<T>.Bytes[i].GetValue(levels)!;
            _tape.Bytes(_bytes[i], room).CopyTo(room.AsSpan());
        }
    }
}

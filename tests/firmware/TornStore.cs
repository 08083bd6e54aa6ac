using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// A store that loses power: after a number of bytes nothing more reaches the medium, and the append that was under way
/// is left torn.
/// </summary>
public sealed class TornStore : IStore
{
    private readonly Dictionary<string, List<byte>> _files = new(StringComparer.Ordinal);

    /// <summary>Bytes that still reach the medium.</summary>
    public int BytesLeft { get; set; } = int.MaxValue;

    public int Capacity { get; set; } = int.MaxValue;

    /// <summary>What the next appends answer although power is there.</summary>
    public StoreResult Answer { get; set; } = StoreResult.Ok;

    /// <summary>The next appends are whole, and answered as failed all the same.</summary>
    public bool SaysFailed { get; set; }

    /// <summary>Something moves: then nothing may be stored.</summary>
    public Func<bool> Moving { get; set; } = () => false;

    public int Appends { get; private set; }

    /// <summary>Gets the same bytes, and must answer the same; null: there is none.</summary>
    public IStore? Mirror { get; set; }

    public int Used => _files.Values.Sum(file => file.Count);

    public IReadOnlyDictionary<string, List<byte>> Files => _files;

    public StoreResult Append(string name, byte[] data, int offset, int length)
    {
        Assert.False(Moving(), $"{name} is stored while something moves");
        if (Answer != StoreResult.Ok)
        {
            return Answer;
        }

        if (Used + length > Capacity)
        {
            return StoreResult.Full;
        }

        Appends++;
        int written = Math.Min(length, BytesLeft);
        BytesLeft -= written;
        if (!_files.TryGetValue(name, out List<byte>? file))
        {
            file = [];
            _files.Add(name, file);
        }

        file.AddRange(data.AsSpan(offset, written));
        Assert.Equal(StoreResult.Ok, Mirror?.Append(name, data, offset, written) ?? StoreResult.Ok);
        return written == length && !SaysFailed ? StoreResult.Ok : StoreResult.Failed;
    }

    public int Length(string name)
    {
        int length = _files.TryGetValue(name, out List<byte>? file) ? file.Count : -1;
        Assert.Equal(length, Mirror?.Length(name) ?? length);
        return length;
    }

    public int Read(string name, int position, byte[] into, int offset, int count)
    {
        if (!_files.TryGetValue(name, out List<byte>? file) || position >= file.Count)
        {
            return 0;
        }

        int taken = Math.Min(count, file.Count - position);
        file.CopyTo(position, into, offset, taken);
        if (Mirror is { } mirror)
        {
            byte[] read = new byte[count];
            Assert.Equal(taken, mirror.Read(name, position, read, 0, count));
            Assert.Equal(read.AsSpan(0, taken), into.AsSpan(offset, taken));
        }

        return taken;
    }

    public bool Delete(string name)
    {
        bool removed = _files.Remove(name);
        Assert.Equal(removed, Mirror?.Delete(name) ?? removed);
        return removed;
    }

    public string[] List() => [.. _files.Keys];
}

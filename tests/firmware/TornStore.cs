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

    /// <summary>Something moves: then nothing may be stored.</summary>
    public Func<bool> Moving { get; set; } = () => false;

    public int Appends { get; private set; }

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
        return written == length ? StoreResult.Ok : StoreResult.Failed;
    }

    public int Length(string name) => _files.TryGetValue(name, out List<byte>? file) ? file.Count : -1;

    public int Read(string name, int position, byte[] into, int offset, int count)
    {
        if (!_files.TryGetValue(name, out List<byte>? file) || position >= file.Count)
        {
            return 0;
        }

        int taken = Math.Min(count, file.Count - position);
        file.CopyTo(position, into, offset, taken);
        return taken;
    }

    public bool Delete(string name) => _files.Remove(name);

    public string[] List() => [.. _files.Keys];
}

using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenStore(IStore live) : IStore
{
    private readonly Dictionary<string, List<byte>> _mind = [];

    /// <summary>What is appended to files whose names begin so is not kept, and said to be.</summary>
    public string? Forgets { get; init; }

    /// <summary>What the store refuses is kept until the next start, and said to be stored.</summary>
    public bool KeepsInMind { get; init; }

    public StoreResult Append(string name, byte[] data, int offset, int length)
    {
        if (Forgets is { } file && name.StartsWith(file, StringComparison.Ordinal))
        {
            return StoreResult.Ok;
        }

        bool begun = _mind.ContainsKey(name);
        StoreResult answer = begun ? StoreResult.Full : live.Append(name, data, offset, length);
        if (!KeepsInMind || answer == StoreResult.Ok)
        {
            return answer;
        }

        List<byte> kept = begun ? _mind[name] : _mind[name] = [];
        kept.AddRange(data.AsSpan(offset, length));
        return StoreResult.Ok;
    }

    public int Length(string name) => !_mind.TryGetValue(name, out List<byte>? kept) ? live.Length(name)
        : Math.Max(live.Length(name), 0) + kept.Count;

    public int Read(string name, int position, byte[] into, int offset, int count)
    {
        if (!_mind.TryGetValue(name, out List<byte>? kept))
        {
            return live.Read(name, position, into, offset, count);
        }

        byte[] all = new byte[Length(name)];
        live.Read(name, 0, all, 0, all.Length - kept.Count);
        kept.CopyTo(all, all.Length - kept.Count);
        int read = Math.Clamp(all.Length - position, 0, count);
        Array.Copy(all, all.Length - Math.Max(all.Length - position, 0), into, offset, read);
        return read;
    }

    public bool Delete(string name) => _mind.Remove(name) | live.Delete(name);

    public string[] List() => [.. live.List().Union(_mind.Keys)];
}

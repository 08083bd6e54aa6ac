using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Flat files in memory, with the capacity of the medium they stand for.</summary>
public sealed class MemoryStore(int capacity) : IStore
{
    private readonly SortedDictionary<string, List<byte>> _files = new(StringComparer.Ordinal);

    private readonly Dictionary<string, long> _commits = new(StringComparer.Ordinal);

    public int Used => _files.Values.Sum(file => file.Count);

    /// <summary>Appends since start: what costs a commit of flash each.</summary>
    public long Commits { get; private set; }

    /// <summary>Of these, how many went to files whose name begins so.</summary>
    public long CommitsTo(string prefix) => _commits
        .Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(file => file.Value);

    public StoreResult Append(string name, byte[] data, int offset, int length)
    {
        if (Used + length > capacity)
        {
            return StoreResult.Full;
        }

        if (!_files.TryGetValue(name, out List<byte>? file))
        {
            file = [];
            _files.Add(name, file);
        }

        file.AddRange(data.AsSpan(offset, length));
        Commits++;
        _commits[name] = _commits.GetValueOrDefault(name) + 1;
        return StoreResult.Ok;
    }

    public int Length(string name) => _files.TryGetValue(name, out List<byte>? file) ? file.Count : -1;

    public int Read(string name, int position, byte[] into, int offset, int count)
    {
        if (position < 0 || !_files.TryGetValue(name, out List<byte>? file) || position >= file.Count)
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

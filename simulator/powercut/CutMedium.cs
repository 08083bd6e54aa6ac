using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Flat files as a file system keeps them while power may fail. An append that has returned is there, and with it every
/// deletion before it. One that has not may have reached the medium up to any byte, or with its new length and any of
/// its pages missing. Deletions keep their order among themselves but may be late: those since the last append may be
/// undone, the latest first. Whoever listens to <see cref="Writing"/> sees each write before it happens.
/// </summary>
public sealed class CutMedium : IStore
{
    /// <summary>Smaller than that of any real medium: more orders of fewer bytes.</summary>
    public const int PageBytes = 64;

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly List<(string Name, byte[] Content)> _deleted = [];
    private byte[] _stale = [];
    private Dictionary<string, byte[]>? _beforeLast;

    public CutMedium()
    {
    }

    private CutMedium(CutMedium other)
    {
        _files = new Dictionary<string, byte[]>(other._files, StringComparer.Ordinal);
        _stale = other._stale;
    }

    /// <summary>Name of the file, bytes to append, none for a deletion; what it returns becomes of the write.</summary>
    public Func<string, ReadOnlyMemory<byte>, StoreResult>? Writing { get; set; }

    /// <summary>For tests of the test: says that an append is there when it is not, until the next one.</summary>
    public bool Lies { get; set; }

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>Deletions that a cut may undo.</summary>
    public int Deletions => _deleted.Count;

    public CutMedium Clone() => new(this);

    public int Pages(string name, int length)
    {
        int start = Math.Max(0, Length(name));
        return ((start + length - 1) / PageBytes) - (start / PageBytes) + 1;
    }

    /// <summary>What is there after power failed in this write.</summary>
    public CutMedium After(string name, ReadOnlySpan<byte> data, CutShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        CutMedium after = new(this);
        if (_beforeLast is { } before)
        {
            after._files.Clear();
            before.ToList().ForEach(file => after._files.Add(file.Key, file.Value));
        }

        bool here = true;
        foreach ((string deleted, byte[] content) in _deleted.TakeLast(shape.Undone))
        {
            after._files[deleted] = content;
            here &= deleted != name;
        }

        int kept = shape.Reordered ? data.Length : shape.Kept;
        if (here && data.Length > 0 && (kept > 0 || (shape.Created && !_files.ContainsKey(name))))
        {
            after.Add(name, data[..kept]);
            after.Miss(name, after._files[name].Length - kept, shape);
        }

        return after;
    }

    public StoreResult Append(string name, byte[] data, int offset, int length)
    {
        StoreResult result = Writing?.Invoke(name, data.AsMemory(offset, length)) ?? StoreResult.Ok;
        if (result == StoreResult.Ok)
        {
            _beforeLast = Lies ? new Dictionary<string, byte[]>(_files, StringComparer.Ordinal) : null;
            _deleted.Clear();
            Add(name, data.AsSpan(offset, length));
        }

        return result;
    }

    /// <summary>A part of an append that the medium then refused.</summary>
    public void Add(string name, ReadOnlySpan<byte> data)
    {
        byte[] old = _files.GetValueOrDefault(name, []);
        byte[] file = new byte[old.Length + data.Length];
        old.CopyTo(file, 0);
        data.CopyTo(file.AsSpan(old.Length));
        _files[name] = file;
    }

    public int Length(string name) => _files.TryGetValue(name, out byte[]? file) ? file.Length : -1;

    public int Read(string name, int position, byte[] into, int offset, int count)
    {
        if (!_files.TryGetValue(name, out byte[]? file) || position >= file.Length)
        {
            return 0;
        }

        int taken = Math.Min(count, file.Length - position);
        file.AsSpan(position, taken).CopyTo(into.AsSpan(offset));
        return taken;
    }

    public bool Delete(string name)
    {
        Writing?.Invoke(name, ReadOnlyMemory<byte>.Empty);
        if (!_files.Remove(name, out byte[]? content))
        {
            return false;
        }

        _deleted.Add((name, content));
        _stale = content.Length > _stale.Length ? content : _stale;
        return true;
    }

    public string[] List() => [.. _files.Keys];

    private void Miss(string name, int start, CutShape shape)
    {
        byte[] file = _files[name];
        int first = start / PageBytes;
        for (int page = 0; page < 32 && shape.MissingPages >> page != 0; page++)
        {
            int from = Math.Max(start, (first + page) * PageBytes);
            int to = Math.Min(file.Length, (first + page + 1) * PageBytes);
            for (int i = from; i < to && (shape.MissingPages & (1u << page)) != 0; i++)
            {
                byte stale = i < _stale.Length ? _stale[i] : (byte)0;
                file[i] = shape.Fill == CutFill.Stale ? stale : (byte)(shape.Fill == CutFill.Ones ? 0xFF : 0);
            }
        }
    }
}

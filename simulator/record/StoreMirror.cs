using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// The files of a node as a record knows them. Recording, it is what the replay will have, and what the real store
/// answers otherwise is written down; replaying, it is the store.
/// </summary>
internal sealed class StoreMirror
{
    private readonly Dictionary<string, RecordBytes> _files = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public string[] Names => [.. _names];

    public int Length(string name) => _files.TryGetValue(name, out RecordBytes? file) ? file.Length : -1;

    public ReadOnlySpan<byte> Read(string name, int position, int count)
    {
        ReadOnlySpan<byte> all = _files.TryGetValue(name, out RecordBytes? file) ? file.Written : [];
        return position < 0 || position >= all.Length ? [] : all[position..Math.Min(all.Length, position + count)];
    }

    public void Append(string name, ReadOnlySpan<byte> bytes)
    {
        if (!_files.TryGetValue(name, out RecordBytes? file))
        {
            file = new RecordBytes();
            _files.Add(name, file);
            _names.Add(name);
        }

        file.Raw(bytes);
    }

    public void Remove(string name)
    {
        _files.Remove(name);
        _names.Remove(name);
    }

    /// <summary>Takes over all files of a store that is about to be used; writes those that are new to it.</summary>
    public void Compare(IStore store, RecordBytes into)
    {
        string[] names = store.List();
        into.Number(names.Length);
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            byte[] file = WholeOf(store, name);
            files[name] = file;
            bool same = Length(name) >= 0 && Read(name, 0, int.MaxValue / 2).SequenceEqual(file);
            into.Text(name).Number(same ? 0 : 1);
            if (!same)
            {
                into.Block(file);
            }
        }

        Replace(names, files);
    }

    /// <summary>The same from a record.</summary>
    public void Compare(ref RecordCursor cursor)
    {
        string[] names = new string[cursor.Count()];
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = cursor.Text();
            files[names[i]] = cursor.Count() == 0
                ? Read(names[i], 0, int.MaxValue / 2).ToArray()
                : cursor.Block().ToArray();
        }

        Replace(names, files);
    }

    /// <summary>What is there of a file after an append that failed; null: nothing that was not known.</summary>
    public byte[]? Torn(IStore store, string name)
    {
        byte[] file = WholeOf(store, name);
        bool same = Math.Max(Length(name), 0) == file.Length
            && Read(name, 0, int.MaxValue / 2).SequenceEqual(file);
        return same ? null : file;
    }

    /// <summary>The whole of a file is this from now on.</summary>
    public void Set(string name, ReadOnlySpan<byte> bytes)
    {
        Append(name, []);
        _files[name].Clear();
        Append(name, bytes);
    }

    private void Replace(string[] names, Dictionary<string, byte[]> files)
    {
        _files.Clear();
        _names.Clear();
        foreach (string name in names)
        {
            Append(name, files[name]);
        }
    }

    private static byte[] WholeOf(IStore store, string name)
    {
        byte[] file = new byte[Math.Max(store.Length(name), 0)];
        int read = store.Read(name, 0, file, 0, file.Length);
        return file[..read];
    }
}

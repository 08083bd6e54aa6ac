using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Writes the record of a run: all that each node was given and gave. Two runs of one seed give the same bytes. What
/// was written is of use even if the process is killed; <see cref="Complete"/> says that the run came to its end.
/// </summary>
public sealed class RunRecorder : IDisposable
{
    private readonly Stream _to;
    private readonly List<NodeRecorder> _nodes = [];
    private readonly RecordBytes _block = new();
    private readonly MemoryStream _packed = new();

    /// <summary>Boards with threads each write their own turns.</summary>
    private readonly Lock _gate = new();
    private long _blockMs;
    private long _lastMs;
    private ulong _turns;
    private bool _closed;

    /// <param name="to">Written to from its beginning, and closed at the end.</param>
    /// <param name="header">What it is a record of.</param>
    public RunRecorder(Stream to, RecordHeader header)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(header);
        _to = to;
        byte[] json = (header.By.Length > 0 ? header : header with { By = DeskBuild.Name }).ToJson();
        string crc = Crc32.Compute(json, 0, json.Length).ToString("X8", null);
        _to.Write(Encoding.ASCII.GetBytes($"{RecordHeader.Magic} {RecordHeader.Version} {crc}\n"));
        _to.Write([.. json, (byte)'\n']);
    }

    /// <summary>Makes the file and the folders on the way to it.</summary>
    /// <exception cref="IOException">It cannot be written; and as <see cref="File.Create(string)"/> says.</exception>
    public static RunRecorder Open(string path, RecordHeader header)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
        return new RunRecorder(OutputPath.Create(path), header);
    }

    /// <summary>A node of the run, before it is made; once.</summary>
    public NodeRecorder Add(string node)
    {
        lock (_gate)
        {
            NodeRecorder recorder = new(this, _nodes.Count, node);
            _nodes.Add(recorder);
            _block.Number(RecordForm.NodeMark).Text(node);
            return recorder;
        }
    }

    /// <summary>All nodes of a station, before its first pass.</summary>
    public void Attach(IEnumerable<StationNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        foreach (StationNode node in nodes)
        {
            node.Recorder = Add(node.Name);
        }
    }

    /// <summary>The run is over: nothing is missing at the end of the record.</summary>
    public void Complete()
    {
        _nodes.ForEach(node => node.Flush());
        _block.Number(RecordForm.EndMark).Number(_turns);
        Dispose();
    }

    /// <summary>Without <see cref="Complete"/> the record says that its run was broken off.</summary>
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            using (_to)
            {
                _nodes.ForEach(node => node.Flush());
                WriteBlock();
                _packed.Dispose();
            }
        }
    }

    internal void Write(int node, TurnKind kind, long nowMs, ulong argument, ReadOnlySpan<byte> body)
    {
        using Lock.Scope scope = _gate.EnterScope();
        if (_block.Length >= RecordForm.BlockBytes || nowMs - _blockMs >= RecordForm.BlockMs)
        {
            WriteBlock();
            _blockMs = nowMs;
        }

        _turns++;
        _block.Number(RecordForm.FirstNode + node).Number((int)kind).Signed(nowMs - _lastMs);
        _block.Number(argument).Block(body);
        _lastMs = nowMs;
    }

    private void WriteBlock()
    {
        if (_block.Length == 0)
        {
            return;
        }

        _packed.SetLength(0);
        using (DeflateStream deflate = new(_packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(_block.Written);
        }

        Span<byte> head = stackalloc byte[RecordForm.BlockHead];
        BinaryPrimitives.WriteInt32LittleEndian(head, (int)_packed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], _block.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], Crc32.Compute(_block.ToArray(), 0, _block.Length));
        _to.Write(head);
        _to.Write(_packed.GetBuffer(), 0, (int)_packed.Length);
        _to.Flush();
        _block.Clear();
    }
}

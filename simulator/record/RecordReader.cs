using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads a record turn by turn, in memory of a fixed size. A file that is torn is read up to the tear; one that is
/// damaged, or of another version, is a <see cref="RecordDamageException"/> with place and reason.
/// </summary>
public sealed class RecordReader : IDisposable
{
    private readonly Stream _file;
    private readonly List<string> _nodes = [];
    private int _blocks;
    private long _at;
    private ulong _turns;
    private bool _ended;

    /// <param name="file">Read from its beginning, and closed at the end.</param>
    /// <exception cref="RecordDamageException">It does not begin as a record of this version.</exception>
    public RecordReader(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        byte[] first = ReadLine("line 1", 64);
        string[] words = Encoding.ASCII.GetString(first).Split(' ');
        if (words.Length != 3 || words[0] != RecordHeader.Magic)
        {
            throw new RecordDamageException(Invariant($"line 1: not '{RecordHeader.Magic} VERSION CRC'"));
        }

        if (words[1] != RecordHeader.Version.ToString(CultureInfo.InvariantCulture))
        {
            bool isNewer = int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int version)
                && version > RecordHeader.Version;
            throw new RecordDamageException(
                Invariant($"line 1: a record of version {words[1]}; this build reads {RecordHeader.Version}")
                    + (isNewer ? ", a newer one is needed" : ""));
        }

        byte[] json = ReadLine("line 2", RecordHeader.Room);
        if (Crc32.Compute(json, 0, json.Length).ToString("X8", null) != words[2])
        {
            throw new RecordDamageException("line 2: the header does not have the checksum that line 1 says");
        }

        Header = RecordHeader.OfJson(json);
    }

    public RecordHeader Header { get; }

    /// <summary>Nodes named so far.</summary>
    public IReadOnlyList<string> Nodes => _nodes;

    /// <summary>Time of the turn last read.</summary>
    public long NowMs { get; private set; }

    /// <summary>Why the record ends before its run did; null while that is not known, and when it does not.</summary>
    public string? Tear { get; private set; }

    public void Dispose() => _file.Dispose();

    /// <summary>All turns, once.</summary>
    public IEnumerable<RecordTurn> Turns()
    {
        while (ReadBlock() is { } block)
        {
            List<RecordTurn> turns = Unpack(block);
            foreach (RecordTurn turn in turns)
            {
                NowMs = turn.NowMs;
                yield return turn;
            }
        }

        Tear ??= _ended ? null : "the run was broken off";
    }

    private List<RecordTurn> Unpack(byte[] block)
    {
        List<RecordTurn> turns = [];
        RecordCursor cursor = new(block);
        long nowMs = NowMs;
        while (!cursor.Ended)
        {
            if (_ended)
            {
                throw Damaged("there is more behind the end");
            }

            int mark = cursor.Count();
            if (mark == RecordForm.NodeMark)
            {
                _nodes.Add(cursor.Text());
            }
            else if (mark == RecordForm.EndMark)
            {
                _ended = true;
                ulong turnsSaid = cursor.Number();
                if (turnsSaid != _turns)
                {
                    throw Damaged(Invariant($"turns are missing: {_turns} of {turnsSaid} are there"));
                }
            }
            else
            {
                RecordTurn turn = Turn(ref cursor, mark - RecordForm.FirstNode, nowMs);
                nowMs = turn.NowMs;
                turns.Add(turn);
                _turns++;
            }
        }

        return turns;
    }

    private RecordTurn Turn(ref RecordCursor cursor, int node, long beforeMs)
    {
        int kind = cursor.Count();
        if (node >= _nodes.Count || kind is <= (int)TurnKind.None or > (int)TurnKind.PassEnd)
        {
            throw Damaged("a turn of no node, or of a kind that this build does not know");
        }

        long nowMs = beforeMs + cursor.Signed();
        ulong argument = cursor.Number();
        return new RecordTurn(_nodes[node], (TurnKind)kind, nowMs, argument, cursor.Block().ToArray());
    }

    /// <summary>Null at the end, and at the tear.</summary>
    private byte[]? ReadBlock()
    {
        byte[] head = new byte[RecordForm.BlockHead];
        int got = _file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (got < head.Length)
        {
            Tear = got == 0 ? null : Invariant($"torn at byte {_at}");
            return null;
        }

        _blocks++;
        int packedLength = BinaryPrimitives.ReadInt32LittleEndian(head);
        int length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        if (packedLength is < 1 or > RecordForm.MostBytes || length is < 1 or > RecordForm.MostBytes)
        {
            throw Damaged("its length cannot be");
        }

        byte[] packed = new byte[packedLength];
        if (_file.ReadAtLeast(packed, packedLength, throwOnEndOfStream: false) < packedLength)
        {
            Tear = Invariant($"torn at byte {_at}");
            return null;
        }

        byte[] block = Inflate(packed, length);
        if (Crc32.Compute(block, 0, length) != BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8)))
        {
            throw Damaged("its checksum is another");
        }

        _at += RecordForm.BlockHead + packedLength;
        return block;
    }

    private byte[] Inflate(byte[] packed, int length)
    {
        byte[] block = new byte[length];
        try
        {
            using DeflateStream inflate = new(new MemoryStream(packed), CompressionMode.Decompress);
            inflate.ReadExactly(block);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw Damaged("it cannot be unpacked");
        }

        return block;
    }

    private RecordDamageException Damaged(string reason) => new(Invariant($"block {_blocks} at byte {_at}: {reason}"));

    private byte[] ReadLine(string place, int most)
    {
        using MemoryStream line = new();
        for (int letter = _file.ReadByte(); letter != '\n'; letter = _file.ReadByte())
        {
            if (letter < 0 || line.Length == most)
            {
                throw new RecordDamageException($"{place}: does not end");
            }

            line.WriteByte((byte)letter);
        }

        _at += line.Length + 1;
        return line.ToArray();
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>Records of runs in memory, and records that somebody has altered.</summary>
internal static class Recording
{
    private const int BlockHead = 12;

    /// <summary>The record of a whole story.</summary>
    public static byte[] Of(Story story, ulong seed, BoardChoice boards, string by = "")
    {
        using IStation station = story.Open(seed, boards);
        return Of(station, boards.Name, () => Assert.Null(Demonstration.Run(station).Failure), by);
    }

    /// <summary>The record of what somebody does with a station that has not passed yet.</summary>
    public static byte[] Of(IStation station, string boards, Action run, string by = "")
    {
        using MemoryStream bytes = new();
        using RunRecorder recorder = new(bytes, new RecordHeader("test", station.Seed, boards) { By = by });
        recorder.Attach(station.Nodes);
        run();
        recorder.Complete();
        return bytes.ToArray();
    }

    /// <summary>Plays it to its end or to the first difference.</summary>
    public static RecordReplay Play(byte[] record, Action<ReplayedNode, RecordTurn>? before = null)
    {
        using RecordReader reader = new(new MemoryStream(record));
        RecordReplay replay = new(reader) { Before = before };
        replay.Run();
        return replay;
    }

    /// <summary>Why a record cannot be played.</summary>
    public static string Damage(byte[] record) =>
        Assert.Throws<RecordDamageException>(() => { Play(record); }).Message;

    /// <summary>Where the blocks begin.</summary>
    public static List<int> Blocks(byte[] record)
    {
        List<int> places = [];
        int at = Array.IndexOf(record, (byte)'\n', Array.IndexOf(record, (byte)'\n') + 1) + 1;
        while (at < record.Length)
        {
            places.Add(at);
            at += BlockHead + BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(at));
        }

        return places;
    }

    /// <summary>What its blocks hold, one behind the other: what the deflate of a machine has no part in.</summary>
    public static byte[] Unpacked(byte[] record) =>
        [.. Blocks(record).SelectMany(place => BlockAt(record, place))];

    /// <summary>The same record with one block altered and sealed again; false: this block is left.</summary>
    public static byte[] Alter(byte[] record, Func<byte[], bool> alter)
    {
        List<int> places = Blocks(record);
        foreach (int place in places)
        {
            byte[] block = BlockAt(record, place);
            if (alter(block))
            {
                int packed = BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(place));
                return [.. record[..place], .. Pack(block), .. record[(place + BlockHead + packed)..]];
            }
        }

        throw new InvalidOperationException("no block was altered");
    }

    private static byte[] BlockAt(byte[] record, int place)
    {
        int packed = BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(place));
        byte[] block = new byte[BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(place + 4))];
        using DeflateStream inflate = new(
            new MemoryStream(record, place + BlockHead, packed), CompressionMode.Decompress);
        inflate.ReadExactly(block);
        return block;
    }

    public static byte[] Pack(byte[] block)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(block);
        }

        byte[] head = new byte[BlockHead];
        BinaryPrimitives.WriteInt32LittleEndian(head, (int)packed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), block.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), Crc32.Compute(block, 0, block.Length));
        return [.. head, .. packed.ToArray()];
    }

    /// <summary>Replaces bytes in a block where they are first; false where they are not.</summary>
    public static bool Replace(byte[] block, ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        int at = block.AsSpan().IndexOf(old);
        if (at >= 0)
        {
            now.CopyTo(block.AsSpan(at));
        }

        return at >= 0;
    }
}

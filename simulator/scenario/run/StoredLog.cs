using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What the nodes of a run have stored, whether the city has it or not.</summary>
public sealed class StoredLog(IReadOnlyList<StationNode> nodes)
{
    private readonly List<CityEvent> _events = [];
    private readonly Dictionary<ulong, ulong> _read = [];
    private readonly byte[] _room = new byte[Journal.RecordRoom];

    public IReadOnlyList<CityEvent> Events => _events;

    /// <summary>Takes what has been stored since the last time; once a pass.</summary>
    public bool Note(long nowMs)
    {
        foreach (StationNode node in nodes)
        {
            if (node.Live is { Journal: { Identity: not 0 } journal })
            {
                Note(node, journal, nowMs);
            }
        }

        return true;
    }

    private void Note(StationNode node, Journal journal, long nowMs)
    {
        ulong read = Math.Max(_read.GetValueOrDefault(journal.Identity), Math.Max(journal.FirstStored, 1) - 1);
        for (; read < journal.LastStored; read++)
        {
            EventRecord record = new();
            int length = journal.Read(read + 1, _room);
            if (length > 0 && EventCodec.Decode(_room, 0, length, record) == DecodeResult.Ok)
            {
                _events.Add(new CityEvent(node.Path, record, nowMs));
            }
        }

        _read[journal.Identity] = read;
    }
}

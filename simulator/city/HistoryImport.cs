using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Brings a history that was taken from a device into a city's store. Doing it again changes nothing.
/// </summary>
public sealed class HistoryImport
{
    /// <summary>Events that the city did not have.</summary>
    public int Stored { get; private set; }

    public int Known { get; private set; }

    /// <summary>Events that the city has with other bytes, or whose journal is another node's. Not stored.</summary>
    public int Refused { get; private set; }

    /// <summary>Records that the chain does not vouch for. Not stored.</summary>
    public int NotVouchedFor { get; private set; }

    /// <param name="store">Of the city.</param>
    /// <param name="node"><c>city/station/node</c>, whose history it is.</param>
    /// <param name="history">Read with the key that the node was given.</param>
    /// <param name="utcMs">Now.</param>
    public void Run(CityStore store, string node, JournalHistory history, long utcMs)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(history);
        EventRecord record = new();
        store.Begin();
        foreach (HistoryRecord found in history.Records)
        {
            byte[] bytes = found.Payload.ToArray();
            if (!found.VouchedFor || EventCodec.Decode(bytes, 0, bytes.Length, record) != DecodeResult.Ok)
            {
                NotVouchedFor++;
                continue;
            }

            StoreOutcome outcome = store.Add(node, record, bytes, utcMs);
            Stored += outcome == StoreOutcome.Stored ? 1 : 0;
            Known += outcome == StoreOutcome.Duplicate ? 1 : 0;
            Refused += outcome is StoreOutcome.Conflict or StoreOutcome.ForeignJournal ? 1 : 0;
        }

        store.Commit();
    }
}

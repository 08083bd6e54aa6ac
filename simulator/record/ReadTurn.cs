namespace SwapEdge.Simulator;

/// <summary>A turn taken apart.</summary>
/// <param name="Turn">As it is in the record.</param>
/// <param name="Note">At a start: what the node is.</param>
/// <param name="Channels">Names of the channels, by number.</param>
/// <param name="Entries">What went in and out.</param>
internal sealed record ReadTurn(
    RecordTurn Turn, StartNote? Note, IReadOnlyList<string> Channels, IReadOnlyList<TurnEntry> Entries)
{
    public string ChannelOf(TurnEntry entry) => entry.Channel < Channels.Count
        ? Channels[entry.Channel]
        : throw new RecordDamageException($"channel {entry.Channel}, which the start does not name");
}

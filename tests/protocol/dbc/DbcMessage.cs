namespace SwapEdge.Tests.Protocol;

/// <summary>One BO_ line of a DBC file and what belongs to it.</summary>
internal sealed record DbcMessage(uint Id, string Name, int Size, string Sender)
{
    public const uint Extended = 0x8000_0000;

    public List<DbcSignal> Signals { get; } = [];

    public string Comment { get; set; } = "";

    public int PeriodMs { get; set; }

    /// <summary>The 29-bit identifier, without the bit that says so.</summary>
    public uint CanId => Id & ~Extended;
}

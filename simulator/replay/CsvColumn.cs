namespace SwapEdge.Simulator;

/// <summary>The columns that <see cref="CsvReader"/> knows.</summary>
internal enum CsvColumn
{
    None,
    Seconds,
    Milliseconds,
    Microseconds,
    Id,
    Extended,
    Length,
    Data,
    Remote,
    Error,
    Interface,
}

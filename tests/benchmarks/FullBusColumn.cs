using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace SwapEdge.Benchmarks;

/// <summary>
/// The share of one core that a 250 kbit/s bus at its theoretical full load would take: 1,908 frames a second, each at
/// the measured cost.
/// </summary>
internal sealed class FullBusColumn : IColumn
{
    private const double FramesPerSecond = 1_908;

    public string Id => nameof(FullBusColumn);

    public string ColumnName => "Full bus";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Share of one core at 1,908 frames/s, the full load of a 250 kbit/s bus";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase]?.ResultStatistics is { } measured
            ? (measured.Mean * FramesPerSecond / 1e9).ToString("P4", CultureInfo.InvariantCulture)
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);
}

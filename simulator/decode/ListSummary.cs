using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The messages that are lists, BMV and BMT: how many entries, the lowest and the highest.</summary>
internal static class ListSummary
{
    public static IEnumerable<FieldValue> Of(string message, byte[] data, int length) => message switch
    {
        "BMV" => Extremes("Cells", "V", length / Bmv.CellLength, [.. Enumerable.Range(0, length / Bmv.CellLength)
            .Where(cell => Bmv.IsAvailable(data, cell)).Select(cell => Bmv.CellMv(data, cell) / 1000m)]),
        "BMT" => Extremes("Probes", "°C", length, [.. Enumerable.Range(0, length)
            .Where(probe => Bmt.IsAvailable(data, probe)).Select(probe => (decimal)Bmt.TemperatureC(data, probe))]),
        _ => [],
    };

    private static IEnumerable<FieldValue> Extremes(string name, string unit, int count, List<decimal> values)
    {
        yield return new FieldValue(name, count, "", Quality.Valid, null);
        if (values.Count > 0)
        {
            yield return new FieldValue("Lowest", values.Min(), unit, Quality.Valid, null);
            yield return new FieldValue("Highest", values.Max(), unit, Quality.Valid, null);
        }
    }
}

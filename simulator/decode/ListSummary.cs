using System.Buffers.Binary;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The messages that are lists, BMV and BMT: how many entries, the lowest and the highest.</summary>
internal static class ListSummary
{
    private const int TemperatureOffsetC = -50;
    private const int CellMask = 0x0FFF;

    public static IEnumerable<FieldValue> Of(string message, byte[] data, int length) => message switch
    {
        "BMV" => Extremes(
            "Cells", "V", Enumerable.Range(0, length / 2).Select(cell => CellVoltage(data, cell * 2)).ToList()),
        "BMT" => Extremes(
            "Probes", "°C", data.Take(length).Select(raw => (decimal)(raw + TemperatureOffsetC)).ToList()),
        _ => [],
    };

    private static decimal CellVoltage(byte[] data, int at) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(at)) & CellMask) / 100m;

    private static IEnumerable<FieldValue> Extremes(string name, string unit, List<decimal> values)
    {
        yield return new FieldValue(name, values.Count, "", Quality.Valid, null);
        if (values.Count > 0)
        {
            yield return new FieldValue("Lowest", values.Min(), unit, Quality.Valid, null);
            yield return new FieldValue("Highest", values.Max(), unit, Quality.Valid, null);
        }
    }
}

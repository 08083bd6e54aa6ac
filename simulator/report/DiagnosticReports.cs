using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The diagnostic reports that a city has been sent: the results of its commands, as they came.</summary>
public static class DiagnosticReports
{
    /// <summary>Bytes of a report; more would be a mistake of this program.</summary>
    public const int Limit = 64 * 1024;

    private const int ResultField = 8;

    /// <summary>The newest of a node as one readable file; null when the city has none.</summary>
    public static string? Newest(CityStore city, string node)
    {
        ArgumentNullException.ThrowIfNull(city);
        using SqliteCommand command = city.Connection.CreateCommand();
        command.CommandText = """
            SELECT result, told_ms FROM commands
            WHERE node = $node AND operation = $operation AND state = $done ORDER BY counter DESC LIMIT 1
            """;
        command.Parameters.AddWithValue("$node", node);
        command.Parameters.AddWithValue("$operation", (int)CommandOperation.Diagnose);
        command.Parameters.AddWithValue("$done", (int)ResultState.Done);
        using SqliteDataReader row = command.ExecuteReader();
        return row.Read() ? Of(node, (byte[])row.GetValue(0), row.GetInt64(1)) : null;
    }

    /// <summary>Nodes of which the city has one.</summary>
    public static IReadOnlyList<string> Nodes(CityStore city)
    {
        ArgumentNullException.ThrowIfNull(city);
        using SqliteCommand command = city.Connection.CreateCommand();
        command.CommandText =
            "SELECT DISTINCT node FROM commands WHERE operation = $operation AND state = $done ORDER BY node";
        command.Parameters.AddWithValue("$operation", (int)CommandOperation.Diagnose);
        command.Parameters.AddWithValue("$done", (int)ResultState.Done);
        using SqliteDataReader row = command.ExecuteReader();
        List<string> nodes = [];
        while (row.Read())
        {
            nodes.Add(row.GetString(0));
        }

        return nodes;
    }

    /// <summary>Null when the result holds no report, or is none.</summary>
    public static string? Of(string node, byte[] result, long toldUtcMs)
    {
        ArgumentNullException.ThrowIfNull(result);
        byte[]? diagnostics = null;
        int at = 0;
        while (at >= 0 && at < result.Length)
        {
            at = ProtoReader.Next(result, at, result.Length, out int tag, out ulong value);
            if (at >= 0 && tag == ((ResultField << 3) | ProtoReader.WireBytes))
            {
                diagnostics = result[(at - (int)value)..at];
            }
        }

        if (at < 0 || diagnostics is null)
        {
            return null;
        }

        using MemoryStream text = new();
        JsonWriterOptions options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using Utf8JsonWriter json = new(text, options);
        json.WriteStartObject();
        json.WriteString("node", node);
        json.WriteString("told", ReportWriter.Utc(toldUtcMs));
        json.WritePropertyName("diagnostics");
        bool sound = ReportWriter.Write(diagnostics, DiagnosticsFields.All, json);
        json.WriteEndObject();
        json.Flush();
        return sound && text.Length < Limit ? Encoding.UTF8.GetString(text.ToArray()) + "\n" : null;
    }
}

using SwapEdge.Protocol;

namespace SwapEdge.Simulator.Settings;

/// <summary>
/// A station.json, compiled into what its nodes read. Either there are errors, or nodes: never some of both.
/// </summary>
/// <param name="City">Name of the city.</param>
/// <param name="Station">Name of the station within it.</param>
/// <param name="Operator">Who runs it; empty: not said.</param>
/// <param name="Broker">Where the city's broker is; null when the file could not be read so far.</param>
/// <param name="TimeServer">SNTP; empty: none.</param>
/// <param name="Nodes">In the order of the file.</param>
/// <param name="Errors">In the order of the file.</param>
public sealed record StationFile(
    string City,
    string Station,
    string Operator,
    StationBroker? Broker,
    string TimeServer,
    IReadOnlyList<CompiledNode> Nodes,
    IReadOnlyList<SettingsError> Errors)
{
    /// <summary>Longest file that is looked at.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Compiles a file. Throws what opening it throws, and nothing for whatever is in it.</summary>
    public static StationFile Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        return file.Length <= MostBytes
            ? Parse(file)
            : Refused([new SettingsError(1, 1, "", "longer than a megabyte: no settings of a station")]);
    }

    /// <summary>Compiles the bytes of a file.</summary>
    public static StationFile Parse(ReadOnlySpan<byte> file)
    {
        List<SettingsError> errors = [];
        JsonPiece? root = JsonText.Parse(file, errors);
        if (root is not null)
        {
            new ShapeCheck(errors).Check(root, SettingsFields.Station, "");
        }

        if (errors.Count > 0)
        {
            return Refused(errors);
        }

        CompiledNode[] nodes = new StationCompiler(root!, errors).Compile();
        JsonPiece broker = root!["broker"]!;
        return errors.Count > 0 ? Refused(errors) : new StationFile(
            TextOf(root, "city"),
            TextOf(root, "station"),
            TextOf(root, "operator"),
            new StationBroker(
                TextOf(broker, "host"),
                (int)broker["port"]!.Number!.Value,
                broker["tls"]!.Kind == System.Text.Json.JsonValueKind.True),
            TextOf(root, "time_server"),
            nodes,
            []);
    }

    private static StationFile Refused(IEnumerable<SettingsError> errors) => new(
        "", "", "", null, "", [], [.. errors.OrderBy(error => error.Line).ThenBy(error => error.Column)]);

    private static string TextOf(JsonPiece group, string name) => group[name]?.Text ?? "";
}

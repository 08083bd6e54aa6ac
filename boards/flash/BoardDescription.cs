using System.Globalization;
using System.Text.Json;

namespace SwapEdge.Boards.Flash;

/// <summary>What a board is, from <c>boards/NAME/board.json</c>.</summary>
public sealed record BoardDescription
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>As its folder, and as the birth says it.</summary>
    public required string Name { get; init; }

    /// <summary>As nanoff names it: ESP32, ESP32-S3.</summary>
    public required string Chip { get; init; }

    public required bool Psram { get; init; }

    public required long FlashBytes { get; init; }

    /// <summary>nanoFramework's name of the runtime's build.</summary>
    public required string Target { get; init; }

    /// <summary>Version of the runtime that is put on it.</summary>
    public required string Runtime { get; init; }

    /// <summary>
    /// Where the deployment partition begins, hexadecimal. nanoff 2.5.162 assumes 0x1B0000 for every chip, which on an
    /// ESP32 lies inside the runtime; so it is always told.
    /// </summary>
    public required string DeployAddress { get; init; }

    public required int DeployBytes { get; init; }

    /// <summary>wifi or ethernet.</summary>
    public required string Network { get; init; }

    /// <summary>Assembly of the program for each kind of node that the board can be.</summary>
    public required IReadOnlyDictionary<string, string> Applications { get; init; }

    /// <summary>Boards that have a description below this folder, in the order of their names.</summary>
    public static IReadOnlyList<string> Names(string boards) => Directory.Exists(boards)
        ? [.. Directory.GetFiles(boards, "board.json", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal)]
        : [];

    public static BoardDescription? Read(string boards, string name, out Failure? failure)
    {
        string file = Path.Combine(boards, name, "board.json");
        if (!Names(boards).Contains(name, StringComparer.Ordinal))
        {
            failure = new Failure(FlashEnd.BoardUnknown, $"{name} ({string.Join(", ", Names(boards))})");
            return null;
        }

        try
        {
            BoardDescription? board = JsonSerializer.Deserialize<BoardDescription>(File.ReadAllText(file), Strict);
            string? wrong = board?.Check(name) ?? (board == null ? "empty" : null);
            failure = wrong == null ? null : new Failure(FlashEnd.BoardUnknown, $"{file}: {wrong}");
            return wrong == null ? board : null;
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            failure = new Failure(FlashEnd.BoardUnknown, $"{file}: {problem.Message}");
            return null;
        }
    }

    private string? Check(string folder)
    {
        if (Name != folder)
        {
            return $"name: '{Name}' in the folder '{folder}'";
        }

        bool address = DeployAddress.StartsWith("0x", StringComparison.Ordinal) && int.TryParse(
            DeployAddress.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        if (!address || DeployBytes <= 0 || DeployBytes % 4096 != 0)
        {
            return "deployAddress, deployBytes: hexadecimal with 0x; whole blocks of 4096";
        }

        return Network is not ("wifi" or "ethernet") ? "network: wifi or ethernet"
            : Applications.Count == 0 ? "applications: none" : null;
    }
}

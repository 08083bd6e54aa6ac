using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SwapEdge.Boards.Flash;

/// <summary>The last line of the output: one JSON object, for programs that go on from here. No secrets.</summary>
public sealed record FlashResult
{
    private static readonly JsonSerializerOptions Lines = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public int Exit { get; init; }

    /// <summary>Name of the exit code.</summary>
    public string End { get; init; } = "";

    public string? Detail { get; init; }

    public bool DryRun { get; init; }

    public string? City { get; init; }

    public string? Station { get; init; }

    public string? Node { get; init; }

    public string? Board { get; init; }

    public string? Port { get; init; }

    /// <summary>yes, no or undetermined.</summary>
    public string? Psram { get; init; }

    public string? Runtime { get; init; }

    public int? ImageBytes { get; init; }

    /// <summary>As the board said it.</summary>
    public string? Build { get; init; }

    /// <summary>Build of the image that is written; the device must say the same.</summary>
    public string? Image { get; init; }

    /// <summary>CRC of the settings that were written, eight hexadecimal digits.</summary>
    public string? Settings { get; init; }

    /// <summary>As the board said it.</summary>
    public string? Journal { get; init; }

    /// <summary>mqtt or serial; nothing when the board has not said who it is.</summary>
    public string? Verified { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Lines);
}

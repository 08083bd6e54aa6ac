using System.Text.Json;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What a record is of. Everything in it is for people: a replay needs none of it.</summary>
/// <param name="Scenario">Name of the scenario or story.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Boards">Which nodes ran on boards, as the command line has it.</param>
/// <param name="Text">The scenario as it was read; empty for a story.</param>
public sealed record RecordHeader(string Scenario, ulong Seed, string Boards = "", string Text = "")
{
    /// <summary>A file that begins so is a record, whatever its version.</summary>
    public const string Magic = "swapedge-record";

    /// <summary>Of the file's format. 2: a start says from when on the firmware counts, a board that a pass is over.
    /// </summary>
    public const int Version = 2;

    /// <summary>Longest line that is read for a header.</summary>
    internal const int Room = 4 * 1024 * 1024;

    /// <summary>Version of the firmware that ran.</summary>
    public string Build { get; init; } = Node.Build;

    /// <summary>Which build made it: <see cref="DeskBuild.Name"/>; empty where nobody has noted it.</summary>
    public string By { get; init; } = "";

    /// <summary>One line of JSON.</summary>
    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this);

    internal static RecordHeader OfJson(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordHeader>(line)
                ?? throw new RecordDamageException("line 2: no header");
        }
        catch (JsonException problem)
        {
            throw new RecordDamageException("line 2: the header is no JSON", problem);
        }
    }
}

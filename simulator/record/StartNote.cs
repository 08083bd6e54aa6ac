using System.Text.Json;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What a node was made of: its settings, which ports it had, and what their channels are called.</summary>
/// <param name="Kind">Of the ports.</param>
/// <param name="Safe">Safe mode: without pins and buses.</param>
/// <param name="OnBoard">Run by the program of a board.</param>
/// <param name="CanRestart">It had a port to start itself anew.</param>
/// <param name="HasCertificates">It had one for certificates.</param>
/// <param name="HasVitals">It had one for what its board knows of itself.</param>
/// <param name="Errors">For each of its buses: its driver knows the errors of the wire.</param>
/// <param name="Settings">As they were given, without what its store knows better.</param>
/// <param name="Channels">Names, by their numbers.</param>
internal sealed record StartNote(
    NodeKind Kind,
    bool Safe,
    bool OnBoard,
    bool CanRestart,
    bool HasCertificates,
    bool HasVitals,
    bool[] Errors,
    NodeSettings Settings,
    string[] Channels)
{
    private static readonly JsonSerializerOptions Form =
        new() { IncludeFields = true, IgnoreReadOnlyProperties = true };

    public static StartNote Of(NodeSettings settings, NodePorts ports, bool onBoard) => new(
        ports.Kind, ports is SafePorts, onBoard, ports.Restart is not null, ports.Certificates is not null,
        ports.Vitals is not null, [.. TapedPorts.BusesOf(ports).Select(bus => bus is ICanErrors)], settings, []);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    public static StartNote OfJson(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<StartNote>(json, Form)
                ?? throw new RecordDamageException("a start without its note");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or NotSupportedException)
        {
            throw new RecordDamageException($"the note of a start cannot be read: {problem.Message}", problem);
        }
    }
}

using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator.Settings;

/// <summary>A change.json, compiled into the message of the command <c>change_settings</c>.</summary>
/// <param name="Version">Of the settings.</param>
/// <param name="Message">A <c>Settings</c> of settings.proto; empty when there are errors.</param>
/// <param name="Errors">In the order of the file.</param>
public sealed record ChangeFile(int Version, byte[] Message, IReadOnlyList<SettingsError> Errors)
{
    /// <summary>Compiles a file. Throws what opening it throws, and nothing for whatever is in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="built">
    /// What the node was built with: then its own firmware has the last word, as in the field. Null: not known.
    /// </param>
    public static ChangeFile Read(string path, NodeSettings? built = null) => Parse(File.ReadAllBytes(path), built);

    /// <summary>Compiles the bytes of a file.</summary>
    public static ChangeFile Parse(ReadOnlySpan<byte> file, NodeSettings? built = null)
    {
        List<SettingsError> errors = [];
        ShapeCheck check = new(errors);
        JsonPiece? root = JsonText.Parse(file, errors);
        if (root is not null)
        {
            check.Check(root, SettingsFields.Change, "");
        }

        if (errors.Count > 0)
        {
            return new ChangeFile(0, [], [.. errors.OrderBy(error => error.Line).ThenBy(error => error.Column)]);
        }

        RegisterCheck.Of(root!["packs"], null, isStation: false, check);
        byte[]? message = DeviceWriter.Change(root);
        if (message is null)
        {
            check.Add(root, "", Invariant($"longer than the {FieldSettings.Room} bytes that a command has for it"));
        }
        else if (built is not null && SettingsReader.Read(message, 0, message.Length, built) is null)
        {
            check.Add(root, "", $"the firmware refuses it: {Refusal(message, built)}");
        }

        return errors.Count > 0
            ? new ChangeFile(0, [], errors)
            : new ChangeFile((int)root["version"]!.Number!.Value, message!, []);
    }

    private static string Refusal(byte[] message, NodeSettings built)
    {
        NodeSettings changed = built.Copy();
        return !SettingsReader.Fill(message, 0, message.Length, changed) ? "a step that its profile does not have"
            : changed.TelemetryBytes > built.TelemetryBytes ? "telemetry_bytes: at most what it was built with"
            : changed.Flaw() ?? "it does not say why";
    }
}

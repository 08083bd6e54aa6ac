using System.Globalization;
using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator.Settings;

/// <summary>Makes device forms of a station whose fields each are as they should be, when they agree.</summary>
internal sealed class StationCompiler(JsonPiece station, ICollection<SettingsError> errors)
{
    private readonly ShapeCheck _errors = new(errors);
    private readonly Dictionary<(string Of, string Value), string> _taken = [];

    public CompiledNode[] Compile()
    {
        RegisterCheck.Of(station["packs"], station["operator"], isStation: true, _errors);
        List<CompiledNode> nodes = [];
        for (int i = 0; i < station["nodes"]!.Items.Count; i++)
        {
            JsonPiece node = station["nodes"]!.Items[i];
            int before = errors.Count;
            string path = Invariant($"nodes[{i}]");
            CheckNode(node, path);
            if (errors.Count == before && Compile(node, path) is { } compiled)
            {
                nodes.Add(compiled);
            }
        }

        return [.. nodes];
    }

    private void CheckNode(JsonPiece node, string path)
    {
        string kind = node["kind"]!.Text;
        NodeKinds own = KindsOf(kind);
        foreach (SettingsField field in SettingsFields.Identity.Concat(SettingsFields.Changes))
        {
            JsonPiece? value = node[field.Name];
            if (value is null && (field.Needed & own) != NodeKinds.None)
            {
                _errors.Add(node, ShapeCheck.In(path, field.Name), $"is missing, at a node of kind {kind}");
            }
            else if (value is not null && (field.Allowed & own) == NodeKinds.None)
            {
                _errors.Add(value, ShapeCheck.In(path, field.Name), $"has no meaning at a node of kind {kind}");
            }
        }

        Once(node, path, "node", "another node has this name");
        Once(node, path, "lane", "another node has this lane");
        Once(node, path, "link_address", "another node has this address");
        string name = node["node"]!.Text;
        JsonPiece[] bays = [.. node["bays"]?.Items ?? []];
        for (int i = 0; i < bays.Length; i++)
        {
            Take(bays[i], Invariant($"{path}.bays[{i}]"), "bay", "another node has this bay", name);
        }

        CheckBays(node, path, bays);
        CheckSteps(node, path);
    }

    private void CheckBays(JsonPiece node, string path, JsonPiece[] bays)
    {
        if (node["interfaces"] is { } interfaces && interfaces.Items.Count != bays.Length)
        {
            _errors.Add(interfaces, path + ".interfaces", Invariant(
                $"one for each of bays is expected: {bays.Length}, there are {interfaces.Items.Count}"));
        }

        IList<JsonPiece> apart = node["isolation_bays"]?.Items ?? [];
        for (int i = 0; i < apart.Count; i++)
        {
            if (!bays.Any(bay => bay.Number == apart[i].Number))
            {
                _errors.Add(apart[i], Invariant($"{path}.isolation_bays[{i}]"), "none of bays");
            }
        }
    }

    private void CheckSteps(JsonPiece node, string path)
    {
        IList<JsonPiece> steps = node["steps"]?.Items ?? [];
        SwapProfile? profile = Profiles.Named(node["profile"]?.Text ?? "");
        HashSet<string> seen = [];
        for (int i = 0; i < steps.Count; i++)
        {
            JsonPiece phase = steps[i]["phase"]!;
            string at = Invariant($"{path}.steps[{i}].phase");
            if (profile is not null && !profile.Steps.Any(step => $"{step.Phase}" == phase.Text))
            {
                _errors.Add(phase, at, $"no step of {profile.Name}");
            }
            else if (!seen.Add(phase.Text))
            {
                _errors.Add(phase, at, "is there twice");
            }
        }
    }

    private void Once(JsonPiece node, string path, string field, string reason)
    {
        if (node[field] is { } value)
        {
            Take(value, ShapeCheck.In(path, field), field, reason, node["node"]!.Text);
        }
    }

    private void Take(JsonPiece value, string path, string of, string reason, string node)
    {
        string text = value.Number?.ToString(CultureInfo.InvariantCulture) ?? value.Text;
        if (!_taken.TryAdd((of, text), node))
        {
            string whose = of == "node" ? "" : $": {_taken[(of, text)]}";
            _errors.Add(value, path, reason + whose);
        }
    }

    private CompiledNode? Compile(JsonPiece node, string path)
    {
        NodeKind kind = (NodeKind)SettingsFields.Identity.First(field => field.Name == "kind")
            .Shape.Names.First(name => name.Name == node["kind"]!.Text).Value;
        if (DeviceWriter.Deployed(station, node, kind != NodeKind.Bays) is not { } form)
        {
            _errors.Add(node, path, Invariant($"longer than the {DeployedSettings.Room} bytes that a node has for it"));
            return null;
        }

        NodeSettings settings = new();
        SettingsFault fault = DeployedSettings.Read(form, form.Length, [.. Profiles.All], settings);
        if (fault != SettingsFault.None)
        {
            (JsonPiece place, string at) = PlaceOf(settings.Flaw() ?? "", node, path);
            _errors.Add(place, at, $"the firmware refuses it: {settings.Flaw() ?? $"{fault}"}");
            return null;
        }

        return new CompiledNode(
            node["node"]!.Text, kind, node["board"]!.Text, form, settings.Crc, settings);
    }

    /// <summary>The first of the fields that the firmware names and that the file has; else the node.</summary>
    private static (JsonPiece Place, string Path) PlaceOf(string refusal, JsonPiece node, string path)
    {
        int end = refusal.IndexOf(':', StringComparison.Ordinal);
        foreach (string name in refusal[..Math.Max(end, 0)].Split(", "))
        {
            JsonPiece? place = node;
            string at = path;
            foreach (string part in name.Split('.').Select(Lower))
            {
                place = place?[part];
                at = ShapeCheck.In(at, part);
            }

            if (place is not null)
            {
                return (place, at);
            }
        }

        return (node, path);
    }

    private static string Lower(string name)
    {
        StringBuilder lower = new();
        foreach (char letter in name)
        {
            lower.Append(char.IsUpper(letter) && lower.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        }

        return lower.ToString();
    }

    private static NodeKinds KindsOf(string kind) => kind switch
    {
        "lane" => NodeKinds.Lane,
        "bays" => NodeKinds.Bays,
        _ => NodeKinds.Cabinet,
    };
}

namespace SwapEdge.Simulator.Settings;

/// <summary>A field of a file of settings.</summary>
/// <param name="Name">As in the file, and in settings.proto where it has a number.</param>
/// <param name="Number">Of the field in its message of settings.proto; 0: it is not in that message.</param>
/// <param name="Shape">What it may be.</param>
/// <param name="Needed">It must be there; in a node: at nodes of these kinds.</param>
/// <param name="Allowed">In a node: nodes of these kinds may have it.</param>
public sealed record SettingsField(
    string Name, int Number, Shape Shape, NodeKinds Needed = NodeKinds.None, NodeKinds Allowed = NodeKinds.All)
{
    /// <summary>Of a list of texts: in a message of its own, as field 1.</summary>
    public bool IsWrapped { get; init; }
}

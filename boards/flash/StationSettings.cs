namespace SwapEdge.Boards.Flash;

/// <summary>Station settings by the simulator's compiler.</summary>
public sealed class StationSettings : ISettingsCompiler
{
    public IReadOnlyList<NodeFile>? Compile(string text, string file, out string refusal)
    {
        refusal = "settings compiler";
        return null;
    }
}

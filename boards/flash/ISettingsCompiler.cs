namespace SwapEdge.Boards.Flash;

/// <summary>Reads station settings and compiles each of their nodes.</summary>
public interface ISettingsCompiler
{
    /// <summary>The nodes; null and what is wrong, with the place of the field, when the file is refused.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="file">Its name, for the refusal.</param>
    /// <param name="refusal">Empty when it is accepted.</param>
    IReadOnlyList<NodeFile>? Compile(string text, string file, out string refusal);
}

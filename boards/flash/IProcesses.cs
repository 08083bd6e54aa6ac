namespace SwapEdge.Boards.Flash;

/// <summary>Runs programs of others to their end.</summary>
public interface IProcesses
{
    /// <summary>
    /// Never throws on account of the program. A program that does not end in its time is stopped with those it has
    /// started.
    /// </summary>
    /// <param name="command">The program and what goes before its own arguments.</param>
    /// <param name="arguments">Each arrives as it is; no shell reads them.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="limit">Its time.</param>
    ProcessResult Run(
        IReadOnlyList<string> command, IReadOnlyList<string> arguments, string folder, TimeSpan limit);
}

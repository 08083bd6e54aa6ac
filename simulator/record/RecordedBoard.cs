using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Stands for the board of a recorded node: its drivers are not there, what they gave is in the record.
/// </summary>
internal sealed class RecordedBoard : NodeBoard
{
    private RecordedBoard(string name)
        : base(name)
    {
    }

    /// <summary>The program of a board with that board; its own notes of runs go nowhere.</summary>
    public static NodeProgram Program(NodeSettings settings)
    {
        MemoryStore notes = new(64 * 1024);
        RunRecord runs = new(notes);
        runs.Open();
        return new NodeProgram(new RecordedBoard(settings.Board), notes, runs, new VirtualRestart())
        {
            Settings = settings,
        };
    }

    public override NodePorts Open(NodeSettings settings) => throw new NotSupportedException("ports are replayed");

    public override bool Fits(NodeSettings settings) => true;
}

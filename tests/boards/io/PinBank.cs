using SwapEdge.Boards;

namespace SwapEdge.Tests.Boards;

/// <summary>A bank of which the test is the world.</summary>
public sealed class PinBank : ILineBank
{
    public int Inputs { get; set; }

    public int Outputs { get; private set; }

    public bool IsSound { get; set; } = true;

    public bool MayDrive { get; set; }

    public int Readings { get; private set; }

    public int Read()
    {
        Readings++;
        return IsSound ? Inputs : 0;
    }

    /// <summary>Called when outputs are given.</summary>
    public Action Written { get; set; } = () => { };

    public void Write(int levels)
    {
        Outputs = levels;
        Written();
    }
}

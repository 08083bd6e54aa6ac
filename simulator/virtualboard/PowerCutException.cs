namespace SwapEdge.Simulator;

/// <summary>Power fails inside a call of the firmware: nothing of the pass happens any more.</summary>
public sealed class PowerCutException : Exception
{
    public PowerCutException()
        : base("power cut")
    {
    }

    public PowerCutException(string message)
        : base(message)
    {
    }

    public PowerCutException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

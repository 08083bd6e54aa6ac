namespace SwapEdge.Simulator;

/// <summary>The walk cannot go on: the node does not answer, or nobody is there. Says what to do.</summary>
public sealed class CommissionStopException : Exception
{
    public CommissionStopException()
    {
    }

    public CommissionStopException(string message)
        : base(message)
    {
    }

    public CommissionStopException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace SwapEdge.Simulator;

/// <summary>A file is no record that this build can replay; the message says why, and where if that is known.</summary>
public sealed class RecordDamageException : Exception
{
    public RecordDamageException()
        : base("damaged")
    {
    }

    public RecordDamageException(string message)
        : base(message)
    {
    }

    public RecordDamageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

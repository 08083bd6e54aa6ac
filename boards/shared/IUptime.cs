namespace SwapEdge.Boards
{
    /// <summary>Milliseconds since start, in steps of the runtime's tick. Any thread may ask.</summary>
    public interface IUptime
    {
        long NowMs { get; }
    }
}

namespace SwapEdge.Boards
{
    /// <summary>What a board's threads ask of its loop; any of them may.</summary>
    public interface IUptime
    {
        /// <summary>Milliseconds since start, in steps of the runtime's tick.</summary>
        long NowMs { get; }

        /// <summary>Threads return now. Never so on a controller, which restarts instead.</summary>
        bool Ended { get; }
    }
}

using System.Diagnostics;

namespace SwapEdge.Boards.Flash;

/// <summary>Time that passes, and what is done while there is nothing to do.</summary>
public class FlashClock
{
    private const int RestMs = 10;
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>Milliseconds since it was made.</summary>
    public virtual long NowMs => (long)Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    public virtual DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    public virtual void Rest() => Thread.Sleep(RestMs);
}

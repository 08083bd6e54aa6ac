namespace SwapEdge.Boards.Flash;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">-1 when it did not start or was stopped.</param>
/// <param name="Output">What it printed, errors among it.</param>
/// <param name="TimedOut">It was stopped after its time.</param>
/// <param name="NotStarted">Why it did not start; null when it did.</param>
public sealed record ProcessResult(int ExitCode, string Output, bool TimedOut = false, string? NotStarted = null);

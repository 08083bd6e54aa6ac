using System.Diagnostics;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Waits for processes and sockets as long as it takes, up to a limit that only a failure reaches.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static void WaitFor(Func<bool> condition, Action work)
    {
        long began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Limit, "what was waited for did not happen");
            work();
            Thread.Yield();
        }
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using nanoFramework.Runtime.Native;

// On the device it is this assembly that has the class; the desk's own programs must not see it beside theirs.
[assembly: InternalsVisibleTo("SwapEdge.Boards")]

namespace System;

/// <summary>Stand-in: milliseconds since the controller's supply came, in ticks of 10.</summary>
internal static class Environment
{
    private const int TickMs = 10;

    public static long TickCount64 =>
        (Power.UptimeMs.Value?.Invoke() ?? (long)Stopwatch.GetElapsedTime(0).TotalMilliseconds) / TickMs * TickMs;
}

namespace nanoFramework.Runtime.Native;

/// <summary>Stand-in: a reboot is told to whoever plays the hardware, and the caller goes on.</summary>
public class Power
{
    [ThreadStatic]
    private static Action<RebootOption>? _called;

    /// <summary>Not of the device: what a reboot does, for the thread that asks for it and what it calls.</summary>
    public static AsyncLocal<Action<RebootOption>?> Hardware { get; } = new();

    /// <summary>
    /// Not of the device: milliseconds since the supply came, for the thread that asks and those it has started; null:
    /// the machine's.
    /// </summary>
    public static AsyncLocal<Func<long>?> UptimeMs { get; } = new();

    public static void RebootDevice(RebootOption rebootOption) => (_called ?? Hardware.Value)?.Invoke(rebootOption);

    /// <summary>
    /// Not of the device: what a reboot does while this thread calls a board, until it is told null. Unlike a
    /// <see cref="Hardware"/> it costs no object, so what a pass allocates is the board's.
    /// </summary>
    public static void Listen(Action<RebootOption>? hardware) => _called = hardware;
}

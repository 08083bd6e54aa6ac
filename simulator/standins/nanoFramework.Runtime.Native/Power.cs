namespace nanoFramework.Runtime.Native;

/// <summary>Stand-in: a reboot is told to whoever plays the hardware, and the caller goes on.</summary>
public class Power
{
    /// <summary>Not of the device: what a reboot does, for the thread that asks for it and what it calls.</summary>
    public static AsyncLocal<Action<RebootOption>?> Hardware { get; } = new();

    /// <summary>
    /// Not of the device: when the supply came, as Stopwatch counts, for the thread that asks and those it has started.
    /// </summary>
    public static AsyncLocal<long> CameAt { get; } = new();

    public static void RebootDevice(RebootOption rebootOption) => Hardware.Value?.Invoke(rebootOption);
}

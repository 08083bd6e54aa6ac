namespace nanoFramework.Runtime.Native;

/// <summary>Stand-in: the controller's own clock, which nothing here reads.</summary>
public static class Rtc
{
    /// <summary>Not of the device: what the clock was set to last, by the thread that asks and what it calls.</summary>
    public static AsyncLocal<DateTime?> LastSet { get; } = new();

    public static bool SetSystemTime(DateTime time)
    {
        LastSet.Value = time;
        return true;
    }
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Captures;

/// <summary>A truck's bus while its pack is changed, and the ways in which that bus can mislead.</summary>
internal static class SwapPackCaptures
{
    private const string Lock = "18FFF8A7#";
    private const string Stage = "1881D0F3#";
    private const string Charge = "1882D0F3#";
    private const string Code2 = "18E2D0F3#";

    /// <summary>Rolls in, stands, key off, high voltage gone.</summary>
    public static TrafficLog TruckPrepares() => new SwapPackScene().Run(19_000).Log.Between(8_500, 19_000);

    public static TrafficLog LockOpensAndCloses() =>
        SwapPackScene.Prepared().Run(500).Run(3_500, Drive.Unlock).Run(1_000).Run(3_500, Drive.Lock).Run(500).Log;

    public static TrafficLog LockStopsBetweenItsEnds() =>
        SwapPackScene.Prepared().Run(1_000).Run(1_500, Drive.Unlock).Run(6_000).Log;

    /// <summary>The old pack off, eight seconds without one, another on; only lock, stage and code are kept.</summary>
    public static TrafficLog PackIsChanged()
    {
        SwapPackScene scene = SwapPackScene.Prepared().Run(2_500).Place(null).Run(8_000).Place(7_654_321).Run(4_000);
        return scene.Log.Without(static entry => !entry.Text.StartsWith(Lock, StringComparison.Ordinal)
            && !entry.Text.StartsWith(Stage, StringComparison.Ordinal)
            && !(entry.Text.StartsWith("18E", StringComparison.Ordinal)
                && entry.Text[4..8].Equals("D0F3", StringComparison.Ordinal)));
    }

    /// <summary>A gateway that repeats the last lock frame for ever: it says "locked" while the lock opens.</summary>
    public static TrafficLog FrozenLifeCounter()
    {
        SwapPackScene scene = SwapPackScene.Prepared().Run(2_000);
        string last = "";
        return scene.Run(4_000, Drive.Unlock).Log.Change(entry =>
        {
            bool isLock = entry.Text.StartsWith(Lock, StringComparison.Ordinal);
            last = isLock && entry.TimeMs <= 26_000 ? entry.Text : last;
            return isLock && entry.TimeMs > 26_000 ? last : entry.Text;
        });
    }

    /// <summary>Half a second of ST1 with a bit turned over, and one part of the code.</summary>
    public static TrafficLog WrongChecksum()
    {
        TrafficLog log = SwapPackScene.Prepared().Run(5_000).Log;
        log.Change(static entry => entry.TimeMs is > 26_000 and <= 26_500
            && entry.Text.StartsWith(Stage, StringComparison.Ordinal)
                ? Flip(entry.Text)
                : entry.Text);
        TrafficLog.Entry part = log.First(Code2, 27_000);
        return log.Replace(part, Flip(part.Text));
    }

    /// <summary>Lock and charge are not heard for a second; the lock's counter tells how many were lost.</summary>
    public static TrafficLog MissedPeriods() => SwapPackScene.Prepared().Run(4_000).Log.Without(static entry =>
        entry.TimeMs is > 25_500 and <= 26_500
            && (entry.Text.StartsWith(Lock, StringComparison.Ordinal)
                || entry.Text.StartsWith(Charge, StringComparison.Ordinal)));

    /// <summary>ST1 whose counter holds 15, which says "invalid"; the checksum is right.</summary>
    public static TrafficLog LifeCounterMarkedInvalid() => SwapPackScene.Prepared().Run(3_000).Log.Change(MarkInvalid);

    private static string MarkInvalid(TrafficLog.Entry entry)
    {
        if (entry.TimeMs <= 25_500 || !entry.Text.StartsWith(Stage, StringComparison.Ordinal))
        {
            return entry.Text;
        }

        byte[] data = Convert.FromHexString(entry.Text[Stage.Length..]);
        PackSt1.Life.WriteRaw(data, 15);
        PackSt1.Checksum.WriteRaw(data, SwapPackMessages.Checksum(data));
        return Stage + Convert.ToHexString(data);
    }

    private static string Flip(string text) => text[..^1] + (text[^1] == '0' ? '8' : '0');
}

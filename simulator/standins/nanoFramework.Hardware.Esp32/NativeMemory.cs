namespace nanoFramework.Hardware.Esp32;

/// <summary>Stand-in: figures as a board with PSRAM might have them, or a test's.</summary>
public class NativeMemory
{
    /// <summary>Not of the device: free bytes and the largest block, for the thread that asks.</summary>
    public static AsyncLocal<(uint Free, uint Largest)?> Figures { get; } = new();

    public static void GetMemoryInfo(
        MemoryType memType, out uint totalSize, out uint totalFreeSize, out uint largestFreeBlock)
    {
        (totalFreeSize, largestFreeBlock) = Figures.Value ?? (120_000, 60_000);
        totalSize = 320_000;
    }

    public enum MemoryType
    {
        Internal = 1,
    }
}

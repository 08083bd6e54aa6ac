namespace nanoFramework.TestFramework;

/// <summary>Keeps what the running test writes, until it is taken.</summary>
public static class OutputHelper
{
    [ThreadStatic]
    private static List<string> _lines;

    public static void WriteLine(string message) => (_lines ??= []).Add(message);

    /// <summary>Not on the device: the lines since the last call, of this thread.</summary>
    public static string[] Take()
    {
        string[] taken = [.. _lines ?? []];
        _lines = null;
        return taken;
    }
}

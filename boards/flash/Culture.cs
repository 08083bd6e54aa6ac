using System.Runtime.InteropServices;

namespace SwapEdge.Boards.Flash;

/// <summary>Which language this machine's user reads. The runtime's own culture is switched off here.</summary>
public static class Culture
{
    private const int PrimaryMask = 0x3FF;
    private const int PrimaryChinese = 0x04;

    /// <summary>Of LC_ALL, LC_MESSAGES, LANG in that order; on Windows of the user's interface.</summary>
    public static Language Detect(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        foreach (string name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (environment(name) is { Length: > 0 } said)
            {
                return said.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
            }
        }

        return OperatingSystem.IsWindows() && (GetUserDefaultUILanguage() & PrimaryMask) == PrimaryChinese
            ? Language.Chinese : Language.English;
    }

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}

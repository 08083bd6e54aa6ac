namespace SwapEdge.Boards.Flash;

/// <summary>A serial port as a stream whose reads end after a tenth of a second without anything.</summary>
public static class SerialLine
{
    /// <summary>Of the runtime's debugger protocol on an ESP32.</summary>
    private const string Baud = "921600";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static Stream Open(string port, IProcesses processes)
    {
        ArgumentNullException.ThrowIfNull(port);
        ArgumentNullException.ThrowIfNull(processes);
        bool windows = OperatingSystem.IsWindows();
        if (windows)
        {
            processes.Run(["mode"], [$"{port}:", $"BAUD={Baud}", "PARITY=n", "DATA=8", "STOP=1", "TO=on"], ".", Limit);
        }
        else if (port.StartsWith("/dev/", StringComparison.Ordinal))
        {
            string device = OperatingSystem.IsMacOS() ? "-f" : "-F";
            processes.Run(["stty"], [device, port, Baud, "raw", "-echo", "min", "0", "time", "1"], ".", Limit);
        }

        string path = windows ? $@"\\.\{port}" : port;
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
    }
}

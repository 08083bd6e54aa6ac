using SwapEdge.Simulator;

namespace SwapEdge.Boards.Flash;

/// <summary>What the tool touches.</summary>
public sealed record FlashWorld
{
    /// <summary>Folder of the boards.</summary>
    public required string Boards { get; init; }

    public required ISettingsCompiler Settings { get; init; }

    public required TextWriter Output { get; init; }

    public IProcesses Processes { get; init; } = new Processes();

    public NanoffLimits Limits { get; init; } = new();

    public FlashClock Clock { get; init; } = new();

    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Throws what <see cref="BrokerAddress.Opener"/> throws.</summary>
    public Func<BrokerAddress, Func<IConnection>> Broker { get; init; } = address => address.Opener();

    /// <summary>Opens a port and closes it again; throws what files throw.</summary>
    public Action<string> TryPort { get; init; } = port =>
    {
        if (!OperatingSystem.IsWindows())
        {
            using FileStream opened = new(port, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
    };

    /// <summary>Null: <see cref="SerialLine"/>.</summary>
    public Func<string, Stream>? Serial { get; init; }

    /// <summary>Folder of this tool, with nanoff's manifest.</summary>
    public string Tool => Path.Combine(Boards, "flash");
}

using SwapEdge.Simulator;

namespace SwapEdge.Boards.Flash;

/// <summary>What was asked for on the command line.</summary>
public sealed record FlashRequest
{
    public required string Board { get; init; }

    public required string Settings { get; init; }

    /// <summary>Null: the only one that is connected.</summary>
    public string? Port { get; init; }

    /// <summary>Null: the only one of the settings that has this board.</summary>
    public string? Node { get; init; }

    public string? SecretsFile { get; init; }

    /// <summary>Folder of the .pe files; null: where the board's project leaves them.</summary>
    public string? Build { get; init; }

    /// <summary>Folder of runtimes, for a place without internet.</summary>
    public string? Archive { get; init; }

    public string? Nanoff { get; init; }

    /// <summary>The station's broker, for the check; null: the serial port is listened to.</summary>
    public BrokerAddress? Broker { get; init; }

    public bool Replaced { get; init; }

    public bool Rehearsal { get; init; }

    public Language Language { get; init; }

    /// <summary>For the device's report, seconds.</summary>
    public int WaitS { get; init; } = 120;
}

namespace SwapEdge.Boards.Flash;

/// <summary>The secrets file as it is written: <c>boards/flash/README.md</c>.</summary>
public sealed record SecretsFile
{
    public WifiEntry? Wifi { get; init; }

    /// <summary>PEM file of the authorities that the node trusts; relative to the secrets file.</summary>
    public string? Authority { get; init; }

    /// <summary>By <c>station/node</c>.</summary>
    public IReadOnlyDictionary<string, NodeEntry> Nodes { get; init; } =
        new Dictionary<string, NodeEntry>(StringComparer.Ordinal);

    /// <summary>The station's wireless network.</summary>
    public sealed record WifiEntry
    {
        public string? Ssid { get; init; }

        public string? Password { get; init; }
    }

    /// <summary>What one node has for itself.</summary>
    public sealed record NodeEntry
    {
        /// <summary>Of its MAC: 64 hexadecimal digits.</summary>
        public string? Key { get; init; }

        /// <summary>PEM file of its certificate; relative to the secrets file.</summary>
        public string? Certificate { get; init; }

        /// <summary>PEM file of the certificate's private key.</summary>
        public string? CertificateKey { get; init; }

        public StaticAddress? Address { get; init; }
    }
}

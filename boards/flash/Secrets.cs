namespace SwapEdge.Boards.Flash;

/// <summary>What a node must know and nobody else may. It has no text of its own: it cannot be printed by mistake.
/// </summary>
public sealed class Secrets
{
    /// <summary>Shorter ones are not masked: they would tear holes into words.</summary>
    private const int ShortestMasked = 4;

    public string? WifiSsid { get; init; }

    public string? WifiPassword { get; init; }

    /// <summary>Key of the MAC, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Key { get; init; }

    /// <summary>Certificate in PEM; null when the node has none.</summary>
    public string? CertificatePem { get; init; }

    /// <summary>Its private key in PEM.</summary>
    public string? CertificateKeyPem { get; init; }

    /// <summary>Authorities in PEM; null when it trusts none.</summary>
    public string? AuthorityPem { get; init; }

    public StaticAddress? Address { get; init; }

    /// <summary>A text of others, such as a tool's output, without what is secret in it.</summary>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string hex = Convert.ToHexString(Key.Span);
        foreach (string? secret in (string?[])[WifiPassword, hex, CertificateKeyPem])
        {
            if (secret is { Length: >= ShortestMasked })
            {
                text = text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
            }
        }

        return text;
    }
}

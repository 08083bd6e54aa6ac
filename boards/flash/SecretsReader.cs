using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SwapEdge.Boards.Flash;

/// <summary>
/// Reads the secrets of one node from their file and the environment, which comes first: SWAPEDGE_NODE_KEY,
/// SWAPEDGE_WIFI_SSID, SWAPEDGE_WIFI_PASSWORD. Files inside a git work tree, or that others may read, are refused.
/// </summary>
public sealed class SecretsReader(Func<string, string?> environment, DateTimeOffset now)
{
    private const int KeyDigits = 64;
    private const int LongestSsid = 32;
    private const int LongestPassword = 64;
    private const int ShortestPassword = 8;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
    };

    private Failure? _failure;

    /// <summary>The secrets of one node; null and why not.</summary>
    /// <param name="path">The file; null: only the environment.</param>
    /// <param name="node">Whose.</param>
    /// <param name="network">wifi or ethernet.</param>
    /// <param name="failure">Null when they are sound.</param>
    public Secrets? Read(string? path, NodeFile node, string network, out Failure? failure)
    {
        ArgumentNullException.ThrowIfNull(node);
        _failure = null;
        if (path == null && environment("SWAPEDGE_NODE_KEY") == null)
        {
            failure = new Failure(FlashEnd.SecretsMissing, "-Secrets, SWAPEDGE_NODE_KEY");
            return null;
        }

        SecretsFile file = Load(path) ?? new SecretsFile();
        string name = $"{node.Station}/{node.Node}";
        SecretsFile.NodeEntry entry = file.Nodes.GetValueOrDefault(name) ?? new SecretsFile.NodeEntry();
        string folder = Path.GetDirectoryName(Path.GetFullPath(path ?? "."))!;

        ReadOnlyMemory<byte> key = Key(environment("SWAPEDGE_NODE_KEY") ?? entry.Key, name);
        string? ssid = environment("SWAPEDGE_WIFI_SSID") ?? file.Wifi?.Ssid;
        string? password = environment("SWAPEDGE_WIFI_PASSWORD") ?? file.Wifi?.Password;
        if (network == "wifi")
        {
            Want(ssid is { Length: > 0 and <= LongestSsid }, "wifi.ssid: 1 to 32 characters");
            Want(
                password is null or "" or { Length: >= ShortestPassword and <= LongestPassword },
                "wifi.password: 8 to 64 characters, or none");
        }

        (string? certificate, string? certificateKey) = Certificate(folder, name, entry);
        string? authority = file.Authority == null ? null : Pem(Path.Combine(folder, file.Authority), secret: false);
        Want(
            !node.Tls || (certificate != null && authority != null),
            $"nodes.{name}.certificate, authority: the broker in the settings speaks TLS");
        string? wrong = entry.Address?.Wrong();
        Want(wrong == null, $"nodes.{name}.address.{wrong}");
        failure = _failure;
        return failure != null ? null : new Secrets
        {
            Key = key,
            WifiSsid = network == "wifi" ? ssid : null,
            WifiPassword = network == "wifi" ? password : null,
            CertificatePem = certificate,
            CertificateKeyPem = certificateKey,
            AuthorityPem = authority,
            Address = entry.Address,
        };
    }

    /// <summary>The folder with the .git above a file, or null.</summary>
    public static string? WorkTreeOf(string file)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(file));
        while (folder != null && !Path.Exists(Path.Combine(folder, ".git")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    private SecretsFile? Load(string? path)
    {
        if (path == null || !IsKept(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<SecretsFile>(File.ReadAllText(path), Strict);
        }
        catch (JsonException problem)
        {
            // Its message may quote the text; place and field do not.
            Fail(FlashEnd.SecretsRefused, $"{path}: line {problem.LineNumber + 1}, field {problem.Path}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Fail(FlashEnd.SecretsMissing, problem.Message);
        }

        return null;
    }

    /// <summary>It is there, outside of any repository, and nobody else may read it.</summary>
    private bool IsKept(string path)
    {
        if (!File.Exists(path))
        {
            Fail(FlashEnd.SecretsMissing, path);
            return false;
        }

        if (WorkTreeOf(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path) is not null
            || WorkTreeOf(path) is not null)
        {
            Fail(FlashEnd.SecretsInRepository, path);
            return false;
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            Fail(FlashEnd.SecretsOpen, path);
            return false;
        }

        return true;
    }

    private ReadOnlyMemory<byte> Key(string? hex, string node)
    {
        if (hex is { Length: KeyDigits } && hex.All(char.IsAsciiHexDigit))
        {
            return Convert.FromHexString(hex);
        }

        Fail(FlashEnd.SecretsRefused, $"nodes.{node}.key: 64 hexadecimal digits");
        return default;
    }

    private (string? Own, string? Key) Certificate(string folder, string node, SecretsFile.NodeEntry entry)
    {
        if (entry.Certificate == null && entry.CertificateKey == null)
        {
            return (null, null);
        }

        string field = $"nodes.{node}.certificate";
        if (entry.Certificate == null || entry.CertificateKey == null)
        {
            Fail(FlashEnd.SecretsRefused, $"{field}, certificateKey: they belong together");
            return (null, null);
        }

        string? own = Pem(Path.Combine(folder, entry.Certificate), secret: false);
        string? key = Pem(Path.Combine(folder, entry.CertificateKey), secret: true);
        if (own == null || key == null)
        {
            return (null, null);
        }

        try
        {
            using X509Certificate2 read = X509Certificate2.CreateFromPem(own, key);
            Want(read.NotAfter.ToUniversalTime() > now.UtcDateTime, $"{field}: expired");
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            Fail(FlashEnd.SecretsRefused, $"{field}: not a certificate and its key");
        }

        return (own, key);
    }

    private string? Pem(string path, bool secret)
    {
        if (secret && !IsKept(path))
        {
            return null;
        }

        try
        {
            string text = File.ReadAllText(path);
            Want(text.Contains("-----BEGIN ", StringComparison.Ordinal), $"{path}: not a PEM file");
            return text;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Fail(FlashEnd.SecretsMissing, problem.Message);
            return null;
        }
    }

    private void Want(bool sound, string detail)
    {
        if (!sound)
        {
            Fail(FlashEnd.SecretsRefused, detail);
        }
    }

    /// <summary>The first one counts.</summary>
    private void Fail(FlashEnd end, string detail) => _failure ??= new Failure(end, detail);
}

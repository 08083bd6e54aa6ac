using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace SwapEdge.Simulator;

/// <summary>
/// Where a broker is and how it is spoken to: <c>mqtt://host[:port]</c> or <c>mqtts://host[:port]</c>.
/// </summary>
/// <param name="Host">Name or address; with TLS the broker's certificate must bear it.</param>
/// <param name="Secure">TLS 1.2 or later.</param>
public sealed record BrokerAddress(string Host, int Port, bool Secure)
{
    private const int PlainPort = 1883;
    private const int SecurePort = 8883;

    /// <summary>PEM file of the authorities to trust; those of the machine when null.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>PEM file of our own certificate; null when the broker asks for none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>PEM file of its private key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Takes an address apart; null and the reason when it is none.</summary>
    public static BrokerAddress? Parse(string text, out string refusal)
    {
        refusal = "";
        bool sound = Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            && address.Scheme is "mqtt" or "mqtts" && address!.Host.Length > 0
            && address.PathAndQuery is "" or "/" && address.UserInfo.Length == 0;
        if (!sound)
        {
            refusal = $"'{text}' is no broker: mqtt://host[:port] or mqtts://host[:port]";
            return null;
        }

        bool secure = address!.Scheme == "mqtts";
        int port = address.Port > 0 ? address.Port : secure ? SecurePort : PlainPort;
        return new BrokerAddress(address.DnsSafeHost, port, secure);
    }

    /// <summary>
    /// Reads the files and looks the name up; what it returns opens connections. Throws what files and names throw:
    /// IOException, CryptographicException, SocketException.
    /// </summary>
    public Func<IConnection> Opener()
    {
        IPAddress[] found = Dns.GetHostAddresses(Host);
        IPAddress one = Array.Find(found, each => each.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        IPEndPoint remote = new(one, Port);
        if (!Secure)
        {
            return () => TcpConnection.Connect(remote);
        }

        SslClientAuthenticationOptions options = new() { TargetHost = Host };
        if (AuthorityFile != null)
        {
            X509ChainPolicy policy = new()
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPemFile(AuthorityFile);
            options.CertificateChainPolicy = policy;
        }

        if (CertificateFile != null)
        {
            X509Certificate2 own = X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile);
            options.ClientCertificateContext = SslStreamCertificateContext.Create(own, null, offline: true);
        }

        return () => TlsConnection.Connect(remote, options);
    }
}

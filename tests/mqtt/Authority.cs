using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SwapEdge.Tests.Mqtt;

/// <summary>A certificate authority for one test: its own certificate and those it issues, as PEM files.</summary>
internal sealed class Authority : IDisposable
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    private readonly TemporaryFolder _folder;
    private readonly string _name;
    private readonly X509Certificate2 _own;
    private byte _serial;

    public Authority(TemporaryFolder folder, string name)
    {
        _folder = folder;
        _name = name;
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File = folder.Write($"{name}.pem", _own.ExportCertificatePem());
    }

    /// <summary>The authority's certificate.</summary>
    public string File { get; }

    /// <summary>A broker's certificate for a host name and the loopback address.</summary>
    public (string Certificate, string Key) Server(string host)
    {
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        names.AddIpAddress(IPAddress.Loopback);
        return Issue(host, ServerUse, names.Build());
    }

    /// <summary>A client's; the broker takes its common name for the user's.</summary>
    public (string Certificate, string Key) Client(string name) => Issue(name, ClientUse, null);

    /// <summary>The authority's certificate in DER.</summary>
    public byte[] Der => _own.RawData;

    /// <summary>Another certificate for a client's key, in DER.</summary>
    public byte[] Renew(string name, PublicKey key)
    {
        CertificateRequest request = new(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ClientUse)], true));
        using X509Certificate2 issued = request.Create(_own, _own.NotBefore, _own.NotAfter, [1, ++_serial]);
        return issued.RawData;
    }

    public void Dispose() => _own.Dispose();

    private (string Certificate, string Key) Issue(string name, string use, X509Extension? names)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], true));
        if (names != null)
        {
            request.CertificateExtensions.Add(names);
        }

        using X509Certificate2 issued = request.Create(_own, _own.NotBefore, _own.NotAfter, [1, ++_serial]);
        return (_folder.Write($"{_name}-{name}.pem", issued.ExportCertificatePem()),
            _folder.Write($"{_name}-{name}.key", key.ExportPkcs8PrivateKeyPem()));
    }
}

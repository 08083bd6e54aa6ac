using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// The certificates of a desktop node: the pair it was given, and what is offered for the same key. The key leaves only
/// as part of <see cref="Device"/>, for the connection that is made with it.
/// </summary>
public sealed class VirtualCertificates : ICertificates, IDisposable
{
    private readonly X509Certificate2 _givenDevice;
    private readonly X509Certificate2? _givenAuthority;
    private readonly ECDsa _key;
    private Pair _inUse;
    private Pair? _candidate;
    private bool _tried;

    /// <param name="device">With its ECDSA key.</param>
    /// <param name="authority">Null: what the system trusts.</param>
    public VirtualCertificates(X509Certificate2 device, X509Certificate2? authority)
    {
        ArgumentNullException.ThrowIfNull(device);
        _key = device.GetECDsaPrivateKey()
            ?? throw new ArgumentException("a certificate with its ECDSA key is needed", nameof(device));
        (_givenDevice, _givenAuthority) = (device, authority);
        _inUse = new Pair(device, authority);
    }

    /// <summary>What connections are made with now.</summary>
    public X509Certificate2 Device => Now.Device;

    public X509Certificate2? Authority => Now.Authority;

    private Pair Now => _tried && _candidate is not null ? _candidate : _inUse;

    public bool Offer(byte[] data, int offset, int deviceLength, int authorityLength)
    {
        (_candidate, _tried) = (null, false);
        try
        {
            ReadOnlySpan<byte> both = data.AsSpan(offset, deviceLength + authorityLength);
            _candidate = new Pair(
                deviceLength == 0 ? _givenDevice : WithKey(both[..deviceLength]),
                authorityLength == 0 ? _givenAuthority
                    : X509CertificateLoader.LoadCertificate(both[deviceLength..]));
            return true;
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    public void Use(bool candidate) => _tried = candidate && _candidate is not null;

    public void TakeOver() => (_inUse, _candidate, _tried) = (_candidate ?? _inUse, null, false);

    public bool NotAfter(bool authority, out long utcMs)
    {
        X509Certificate2? one = authority ? Authority : Device;
        utcMs = one is null ? 0 : new DateTimeOffset(one.NotAfter.ToUniversalTime()).ToUnixTimeMilliseconds();
        return one is not null;
    }

    /// <summary>What a connection to a broker of this name is made with now.</summary>
    public SslClientAuthenticationOptions Options(string host)
    {
        SslClientAuthenticationOptions options = new()
        {
            TargetHost = host,
            ClientCertificateContext = SslStreamCertificateContext.Create(Device, null, offline: true),
        };
        if (Authority is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.Add(Authority);
        }

        return options;
    }

    public void Dispose() => _key.Dispose();

    /// <summary>Throws when it is another key's.</summary>
    private X509Certificate2 WithKey(ReadOnlySpan<byte> der)
    {
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(der);
        return bare.CopyWithPrivateKey(_key);
    }

    private sealed record Pair(X509Certificate2 Device, X509Certificate2? Authority);
}

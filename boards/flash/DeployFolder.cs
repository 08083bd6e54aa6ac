using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace SwapEdge.Boards.Flash;

/// <summary>
/// What nanoff is to put onto the device, in a temporary folder that only its owner may enter. Overwritten and removed
/// when it is disposed of, and when the tool is interrupted.
/// </summary>
public sealed class DeployFolder : IDisposable
{
    /// <summary>Where the node looks for its settings.</summary>
    public const string SettingsPath = @"I:\settings.bin";

    /// <summary>Where the node looks for the key of its MAC: 32 bytes.</summary>
    public const string KeyPath = @"I:\mac.key";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swapflash-");
    private readonly Lock _removal = new();
    private readonly PosixSignalRegistration[] _signals;

    public DeployFolder()
    {
        PosixSignal[] ends = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _signals = [.. ends.Select(signal => PosixSignalRegistration.Create(signal, _ => Remove()))];
    }

    public string Folder => _folder.FullName;

    /// <summary>Writes a file that only its owner may read; returns its path.</summary>
    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        string path = Path.Combine(_folder.FullName, name);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream stream = new(path, options);
        stream.Write(bytes);
        return path;
    }

    /// <summary>nanoff's list of files for settings and key; returns its path.</summary>
    public string Files(string port, NodeFile node, Secrets secrets)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(secrets);
        JsonObject list = FileList(
            port, Write("settings.bin", node.DeviceForm.Span), Write("mac.key", secrets.Key.Span));
        return Write("files.json", Encoding.UTF8.GetBytes(list.ToJsonString()));
    }

    /// <summary>nanoff's network configuration; returns its path.</summary>
    public string Network(string port, string network, Secrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        JsonObject all = NetworkList(port, network, secrets);

        // nanoff 2.5.162 means to close a PEM text with a zero, as the device wants it, and does so in a copy.
        if (secrets.CertificatePem is { } own)
        {
            all["DeviceCertificatesPath"] = Write("device.pem", Encoding.ASCII.GetBytes(own + "\0"));
        }

        if (secrets.AuthorityPem is { } authority)
        {
            all["CACertificatesPath"] = Write("authority.pem", Encoding.ASCII.GetBytes(authority + "\0"));
        }

        return Write("network.json", Encoding.UTF8.GetBytes(all.ToJsonString()));
    }

    /// <summary>As <see cref="Files"/> writes it.</summary>
    public static JsonObject FileList(string port, string settings, string key) => new()
    {
        ["serialport"] = port,
        ["files"] = new JsonArray(
            new JsonObject { ["DestinationFilePath"] = SettingsPath, ["SourceFilePath"] = settings },
            new JsonObject { ["DestinationFilePath"] = KeyPath, ["SourceFilePath"] = key }),
    };

    /// <summary>As <see cref="Network"/> writes it, but for the certificates.</summary>
    public static JsonObject NetworkList(string port, string network, Secrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        JsonObject link = [];
        if (network == "wifi")
        {
            bool open = string.IsNullOrEmpty(secrets.WifiPassword);
            link["SSID"] = secrets.WifiSsid;
            link["Password"] = secrets.WifiPassword ?? "";
            link["Authentication"] = open ? "Open" : "WPA2";
            link["Encryption"] = open ? "None" : "WPA2";
            link["ConfigurationOption"] = "AutoConnect";
        }

        if (secrets.Address is { } address)
        {
            link["DhcpEnabled"] = false;
            link["IPv4Address"] = address.Ip;
            link["IPv4NetMask"] = address.Mask;
            link["IPv4Gateway"] = address.Gateway;
            link["AutomaticDNS"] = false;
            link["IPv4DNSAddress1"] = address.Dns;
        }

        return new JsonObject
        {
            ["serialport"] = port,
            [network == "wifi" ? "WirelessClient" : "Ethernet"] = link,
        };
    }

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        Remove();
    }

    private void Remove()
    {
        lock (_removal)
        {
            _folder.Refresh();
            if (!_folder.Exists)
            {
                return;
            }

            foreach (FileInfo file in _folder.GetFiles())
            {
                File.WriteAllBytes(file.FullName, new byte[file.Length]);
            }

            _folder.Delete(recursive: true);
        }
    }
}

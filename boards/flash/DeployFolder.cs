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
    /// <summary>The device's own flash, also on boards with an SD card.</summary>
    public const string Root = @"I:\";

    /// <summary>
    /// What the node looks for: its settings, the key of its MAC (32 bytes), its certificate with the private key, and
    /// the city's authority.
    /// </summary>
    public static readonly IReadOnlyList<string> Names =
        ["settings.bin", "mac.key", "device.crt", "device.key", "authority.crt"];

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

    /// <summary>nanoff's list of files, for settings, key and certificates; returns its path.</summary>
    public string Files(string port, NodeFile node, Secrets secrets)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(secrets);
        JsonObject list = FileList(port, Contents(node, secrets).Select(
            file => (file.Name, file.Bytes == null ? null : Write(file.Name, file.Bytes))));
        return Write("files.json", Encoding.UTF8.GetBytes(list.ToJsonString()));
    }

    /// <summary>nanoff's network configuration; returns its path.</summary>
    public string Network(string port, string network, Secrets secrets) =>
        Write("network.json", Encoding.UTF8.GetBytes(NetworkList(port, network, secrets).ToJsonString()));

    /// <summary>As <see cref="Files"/> writes it: what has no source is deleted.</summary>
    public static JsonObject FileList(string port, IEnumerable<(string Name, string? Source)> files)
    {
        JsonArray list = [];
        foreach ((string name, string? source) in files)
        {
            JsonObject file = new() { ["DestinationFilePath"] = Root + name };
            if (source != null)
            {
                file["SourceFilePath"] = source;
            }

            list.Add((JsonNode)file);
        }

        return new JsonObject { ["serialport"] = port, ["files"] = list };
    }

    /// <summary>As <see cref="Network"/> writes it.</summary>
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

    private static (string Name, byte[]? Bytes)[] Contents(NodeFile node, Secrets secrets) =>
    [
        (Names[0], node.DeviceForm.ToArray()),
        (Names[1], secrets.Key.ToArray()),
        (Names[2], Closed(secrets.CertificatePem)),
        (Names[3], Closed(secrets.CertificateKeyPem)),
        (Names[4], Closed(secrets.AuthorityPem)),
    ];

    /// <summary>The device wants a zero behind a PEM text.</summary>
    private static byte[]? Closed(string? pem) => pem == null ? null : Encoding.ASCII.GetBytes(pem + "\0");

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

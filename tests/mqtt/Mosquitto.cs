using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SwapEdge.Tests.Mqtt;

/// <summary>The programs of Eclipse mosquitto, as peers that others wrote. A test without them is skipped.</summary>
internal sealed class Mosquitto : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly List<string> _errors = [];
    private bool _disposed;

    private Mosquitto(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(Find(program)!, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Keep(_lines, e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(_errors, e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has printed so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return string.Join('\n', _errors);
            }
        }
    }

    /// <summary>The broker, on a free port of the loopback address, with its default rules for one machine.</summary>
    public static Mosquitto Broker(out IPEndPoint address)
    {
        Need("mosquitto");
        address = new IPEndPoint(IPAddress.Loopback, FreePort());
        return Broker(address);
    }

    /// <summary>The same once more, as after it has been killed.</summary>
    public static Mosquitto Broker(IPEndPoint address) =>
        Running("-v", "-p", address.Port.ToString(provider: null));

    /// <summary>The broker on a free port, with these lines in its configuration.</summary>
    public static Mosquitto Broker(out IPEndPoint address, TemporaryFolder folder, params string[] lines)
    {
        Need("mosquitto");
        address = new IPEndPoint(IPAddress.Loopback, FreePort());

        // As root it would become another user, who may not read the folder.
        string file = folder.Write("mosquitto.conf", [$"listener {address.Port} 127.0.0.1", "user root", .. lines]);
        return Running("-v", "-c", file);
    }

    /// <summary>With the configuration that was written into the folder before.</summary>
    public static Mosquitto Again(TemporaryFolder folder) => Running("-v", "-c", folder.PathOf("mosquitto.conf"));

    private static Mosquitto Running(params string[] arguments)
    {
        Mosquitto broker = new("mosquitto", arguments);
        Deadline.WaitFor(() => broker.HasExited || broker.Errors.Contains(" running", StringComparison.Ordinal),
            () => { });
        Assert.False(broker.HasExited, broker.Errors);
        return broker;
    }

    /// <summary>mosquitto_pub or mosquitto_sub, given a port.</summary>
    public static Mosquitto Client(string program, int port, params string[] arguments)
    {
        Need(program);
        return new Mosquitto(program, ["-h", "127.0.0.1", "-p", port.ToString(provider: null), .. arguments]);
    }

    public static void Need(string program)
    {
        if (Find(program) == null)
        {
            Assert.Skip($"{program} is not installed");
        }
    }

    /// <summary>Lets it end in order and waits for that.</summary>
    public void Stop()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("nothing asks a program to end on Windows");
        }

        using Process asked = Process.Start("kill", [_process.Id.ToString(provider: null)]);
        _process.WaitForExit();
        Dispose();
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Append("/usr/sbin")
        .SelectMany(folder => (string[])[Path.Combine(folder, program), Path.Combine(folder, program + ".exe")])
        .FirstOrDefault(File.Exists);

    /// <summary>Below those that a system gives to connections, which could take it before the broker does.</summary>
    private static int FreePort()
    {
        while (true)
        {
            int port = Random.Shared.Next(10_000, 32_000);
            try
            {
                using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode
                is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
            }
        }
    }

    private static void Keep(List<string> lines, string? line)
    {
        lock (lines)
        {
            lines.Add(line ?? "");
        }
    }
}

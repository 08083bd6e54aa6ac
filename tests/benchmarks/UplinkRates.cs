using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Benchmarks;

/// <summary>
/// Events a second to mosquitto on this machine: our client and mosquitto_pub with the same payload, quality 1 and as
/// many in flight; and the whole uplink with journal and city, passes one after another.
/// </summary>
internal static class UplinkRates
{
    private const int Rounds = 5;
    private const string Node = "linfen/station-1/lane-1";

    public static int Run(TextWriter output)
    {
        using Process? broker = Start("mosquitto", out IPEndPoint address);
        if (broker == null)
        {
            output.WriteLine("mosquitto is not installed");
            return 1;
        }

        try
        {
            int bytes = EventCodec.Encode(Event(1), new byte[Journal.RecordRoom], 0);
            output.WriteLine($"an event of {bytes} bytes, best of {Rounds} rounds");
            foreach ((int window, int count) in (ReadOnlySpan<(int, int)>)[(1, 10_000), (8, 40_000)])
            {
                double ours = Best(() => Client(address, window, count, bytes));
                double theirs = Best(() => Publisher(address, window, count, bytes));
                output.WriteLine($"{window} in flight: our client {ours:F0} a second, mosquitto_pub {theirs:F0}, "
                    + $"ratio {ours / theirs:F2}");
            }

            double words = 0;
            double whole = Best(() => Whole(address, 20_000, out words));
            output.WriteLine($"uplink with journal and city: {whole:F0} a second; round trips to the broker an event "
                + $"{1 + words:F2}, of which {words:F2} are the city's word");
        }
        finally
        {
            broker.Kill();
            broker.WaitForExit();
        }

        return 0;
    }

    private static double Best(Func<double> round) => Enumerable.Range(0, Rounds).Max(_ => round());

    private static double Client(IPEndPoint address, int window, int count, int bytes)
    {
        using MqttClient client = Up(address, "ours", window);
        byte[] payload = new byte[bytes];
        int sent = 0;
        int acknowledged = 0;
        long began = Stopwatch.GetTimestamp();
        while (acknowledged < count)
        {
            while (sent < count && client.Publish("swap/v1/linfen/station-1/lane-1/event", payload) != 0)
            {
                sent++;
            }

            client.Pump(0);
            while (client.Acknowledged() != 0)
            {
                acknowledged++;
            }
        }

        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Lines on its input, from the first to its end; what it takes to start is taken off.</summary>
    private static double Publisher(IPEndPoint address, int window, int count, int bytes)
    {
        TimeSpan start = Publish(address, window, 1, bytes);
        return count / (Publish(address, window, count, bytes) - start).TotalSeconds;
    }

    private static TimeSpan Publish(IPEndPoint address, int window, int count, int bytes)
    {
        string[] arguments =
        [
            "-h", "127.0.0.1", "-p", $"{address.Port}", "-t", "swap/v1/linfen/station-1/lane-1/event", "-q", "1", "-M",
            $"{window}", "-l",
        ];
        long began = Stopwatch.GetTimestamp();
        using Process publisher = Process.Start(
            new ProcessStartInfo(Find("mosquitto_pub")!, arguments) { RedirectStandardInput = true })!;
        string line = new('x', bytes);
        for (int i = 0; i < count; i++)
        {
            publisher.StandardInput.WriteLine(line);
        }

        publisher.StandardInput.Close();
        publisher.WaitForExit();
        return Stopwatch.GetElapsedTime(began);
    }

    private static double Whole(IPEndPoint address, int count, out double words)
    {
        byte[] key = NodeKeys.Derive(1, Node);
        NodeKeys keys = new();
        keys.Add(Node, key);
        using ReferenceCity city = new(Up(address, "city", 64), new CityStore(":memory:"), keys);
        using MqttClient client = Up(address, "lane-1", 8);
        NodeSettings settings = new() { City = "linfen", Station = "station-1", Node = "lane-1", Lane = 1 };
        BayPorts ports = new()
        {
            Clock = new VirtualClock(DateTimeOffset.UnixEpoch, TimeQuality.Sntp), Mac = new HmacMac(key),
            Random = new SeededRandom(new Prng((ulong)Stopwatch.GetTimestamp())), Store = new MemoryStore(1 << 24),
            Uplink = new MqttUplink(client),
        };
        Journal journal = new(ports.Store, ports.Mac, settings.Journal);
        journal.Open(ports.Random);
        for (int i = 0; i < count; i++)
        {
            journal.Add(Event(i));
            journal.Commit();
        }

        settings.Flaw();
        Uplink uplink = new(ports, settings, journal);
        uplink.Start(settings);
        city.Serve(0, 1);
        long began = Stopwatch.GetTimestamp();
        while (journal.AcknowledgedThrough < journal.LastStored)
        {
            long nowMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            client.Pump(nowMs);
            uplink.Pump(nowMs, mayConnect: true);
            city.Client.Pump(nowMs);
            city.Serve(nowMs, 1);
        }

        words = (double)city.Acknowledgements / count;
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static EventRecord Event(int number)
    {
        EventRecord record = new()
        {
            Kind = EventKind.SwapStep, Journal = 1ul << 60, Sequence = 1000, Boot = 1, UptimeMs = 1_000_000 + number,
            UtcMs = 1_790_000_000_000, TimeQuality = TimeQuality.Sntp, RequestId = 4000, Phase = 12, PreviousPhase = 11,
            Facts = 0x01001ec339d13fd1, DurationMs = 2300, LimitMs = 20000, StoreBay = 1, TakeBay = 2, Pack = 1,
        };
        return record;
    }

    private static MqttClient Up(IPEndPoint address, string name, int window)
    {
        MqttClient client = new(
            new MqttClientOptions(new MqttConnect(name)) { Window = window }, () => TcpConnection.Connect(address));
        client.Connect();
        while (client.Link != MqttLink.Up)
        {
            client.Pump(0);
        }

        return client;
    }

    private static Process? Start(string program, out IPEndPoint address)
    {
        using (Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            address = (IPEndPoint)socket.LocalEndPoint!;
        }

        if (Find(program) is not { } file)
        {
            return null;
        }

        Process process = Process.Start(
            new ProcessStartInfo(file, ["-p", $"{address.Port}"]) { RedirectStandardError = true })!;
        while (process.StandardError.ReadLine() is { } line && !line.Contains(" running", StringComparison.Ordinal))
        {
        }

        return process;
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Append("/usr/sbin").Select(folder => Path.Combine(folder, program))
        .SelectMany(path => (string[])[path, path + ".exe"]).FirstOrDefault(File.Exists);
}

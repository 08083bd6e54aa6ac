using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>protocol/city/CONNECT.md: each of its commands, as it stands there, but for the port. Real time.</summary>
public sealed partial class ConnectPageTests : IDisposable
{
    private static readonly string Contract = Path.Combine(Repository.Root, "protocol", "city");

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _blocks =
    [
        .. Shell().Matches(File.ReadAllText(Path.Combine(Contract, "CONNECT.md")))
            .Select(match => match.Groups[1].Value),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_leads_from_nothing_to_a_city_that_hears_its_station_and_no_other()
    {
        Mosquitto.Need("mosquitto");
        Mosquitto.Need("mosquitto_pub");
        Mosquitto.Need("openssl");
        Assert.Equal(5, _blocks.Length);
        Run(_blocks[0]);
        Run(_blocks[1]);
        using Mosquitto broker = Mosquitto.Broker(out IPEndPoint at, _folder, Configuration());
        Task<(int ExitCode, string Output, string Error)> city = Task.Run(() => Swapsim(_blocks[2], at.Port));
        Run(_blocks[3].Replace("8883", $"{at.Port}", StringComparison.Ordinal));
        Assert.Equal((ExitCode.Passed, ""), ((await city).ExitCode, (await city).Error));
        Assert.Contains("connected", (await city).Output, StringComparison.Ordinal);
        using (CityStore store = new(_folder.PathOf("city.sqlite")))
        {
            Assert.Equal("online", store.State("linfen/station-1/lane-1"));
            Assert.Null(store.State("linfen/station-2/lane-1"));
        }

        (int exitCode, string output, string error) = Swapsim(_blocks[4], at.Port);
        Assert.Equal((ExitCode.TimedOut, ""), (exitCode, error));
        Assert.StartsWith("linfen/station-1/lane-1: self-test, counter 1", output, StringComparison.Ordinal);
    }

    /// <summary>The published one, with the files of the page and another port.</summary>
    private string[] Configuration()
    {
        File.Copy(_folder.PathOf("localhost.pem"), _folder.PathOf("broker.pem"));
        File.Copy(_folder.PathOf("localhost.key"), _folder.PathOf("broker.key"));
        File.Copy(Path.Combine(Contract, "mosquitto.acl"), _folder.PathOf("mosquitto.acl"));
        return
        [
            .. File.ReadLines(Path.Combine(Contract, "mosquitto.conf"))
                .Where(line => !line.StartsWith("listener", StringComparison.Ordinal))
                .Select(line => line.Replace("/etc/mosquitto/", _folder.PathOf("") + "/", StringComparison.Ordinal)),
        ];
    }

    private (int ExitCode, string Output, string Error) Swapsim(string block, int port)
    {
        string[] words = block.Trim().Replace("8883", $"{port}", StringComparison.Ordinal).Split(' ');
        Assert.Equal("swapsim", words[0]);
        return CliRun.Of([.. words.Skip(1).Select(word => File.Exists(_folder.PathOf(word)) || word == "city.sqlite"
            ? _folder.PathOf(word) : word)]);
    }

    private void Run(string script)
    {
        ProcessStartInfo start = new("sh", ["-e", "-c", script])
        {
            WorkingDirectory = _folder.PathOf(""), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process shell = Process.Start(start)!;
        string error = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        Assert.True(shell.ExitCode == 0, error);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shell();
}

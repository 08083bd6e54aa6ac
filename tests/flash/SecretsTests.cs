using SwapEdge.Boards.Flash;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Flash;

/// <summary>Secrets are where they belong, and nowhere else.</summary>
public sealed class SecretsTests : IDisposable
{
    private readonly FlashRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("file fails")]
    [InlineData("network fails")]
    [InlineData("hangs at networkdeployment")]
    public void Neither_output_nor_command_lines_have_them(string behaviour)
    {
        _rig.Behaviour = behaviour;
        _rig.Run();
        foreach (string text in (string[])[_rig.Output, .. _rig.Calls])
        {
            Assert.DoesNotContain(FlashRig.Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain(FlashRig.Key[..8], text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void What_others_print_is_masked()
    {
        Secrets secrets = new() { Key = Convert.FromHexString(FlashRig.Key), WifiPassword = FlashRig.Password };
        string text = $"password {FlashRig.Password} key {FlashRig.Key.ToLowerInvariant()}.";
        Assert.Equal("password *** key ***.", secrets.Mask(text));
    }

    [Fact]
    public void A_file_in_a_git_work_tree_is_refused_also_through_a_link_and_in_a_folder_below()
    {
        Directory.CreateDirectory(_rig.PathOf("repository/.git"));
        Directory.CreateDirectory(_rig.PathOf("repository/station/keys"));
        _rig.Secret("repository/station/keys/secrets.json", "{}");
        Assert.Equal(
            FlashEnd.SecretsInRepository, _rig.Run("--secrets", _rig.PathOf("repository/station/keys/secrets.json")));
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(_rig.PathOf("link.json"), _rig.PathOf("repository/station/keys/secrets.json"));
            Assert.Equal(FlashEnd.SecretsInRepository, _rig.Run("--secrets", _rig.PathOf("link.json")));
        }

        Assert.Empty(_rig.Calls);
    }

    [Fact]
    public void A_work_tree_whose_git_folder_lies_elsewhere_counts_too()
    {
        Directory.CreateDirectory(_rig.PathOf("worktree"));
        File.WriteAllText(_rig.PathOf("worktree/.git"), "gitdir: /elsewhere");
        Assert.Equal(_rig.PathOf("worktree"), SecretsReader.WorkTreeOf(_rig.PathOf("worktree/secrets.json")));
        Assert.Null(SecretsReader.WorkTreeOf(_rig.PathOf("secrets.json")));
    }

    [Fact]
    public void A_file_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(
            _rig.PathOf("secrets.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Equal(FlashEnd.SecretsOpen, _rig.Run());
        Assert.Contains("chmod 600", _rig.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"wifi\": { \"ssid\": \"s\" } }", "nodes.truck-1/bays-1.key")]
    [InlineData("{ \"nodes\": { \"truck-1/bays-1\": { \"key\": \"00\" } } }", "nodes.truck-1/bays-1.key")]
    [InlineData("{ \"nodes\": { \"truck-1/bays-1\": { \"key\": \"KEY\" } } }", "wifi.ssid")]
    [InlineData(
        "{ \"wifi\": { \"ssid\": \"s\", \"password\": \"short\" }, "
            + "\"nodes\": { \"truck-1/bays-1\": { \"key\": \"KEY\" } } }",
        "wifi.password")]
    [InlineData("{ \"nodes\": { \"truck-1/bays-1\": { \"kee\": \"KEY\" } } }", "line 1")]
    [InlineData("{ \"nodes\": ", "line 1")]
    [InlineData("{ \"nodes\": null }", "field $.nodes")]
    [InlineData("null", "nodes.truck-1/bays-1.key")]
    [InlineData("[]", "line 1")]
    [InlineData("{ \"wifi\": null, \"nodes\": { \"truck-1/bays-1\": null } }", "nodes.truck-1/bays-1.key")]
    [InlineData(
        "{ \"nodes\": { \"truck-1/bays-1\": { \"key\": \"KEY\", \"address\": { \"ip\": null, \"mask\": \"\", "
            + "\"gateway\": \"\", \"dns\": \"\" } } } }",
        ".address.ip")]
    public void A_secret_that_is_missing_or_malformed_is_named_and_not_shown(string text, string field)
    {
        _rig.Secret("secrets.json", text.Replace("KEY", FlashRig.Key, StringComparison.Ordinal));
        Assert.Equal(FlashEnd.SecretsRefused, _rig.Run());
        Assert.Contains(field, _rig.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(FlashRig.Key, _rig.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.7", "255.255.255.0", "10.0.0.1", "10.0.0.1", null)]
    [InlineData("192.168.3.9", "255.255.252.0", "192.168.0.1", "114.114.114.114", null)]
    [InlineData("10.0.0.999", "255.255.255.0", "10.0.0.1", "10.0.0.1", "ip")]
    [InlineData("10.7", "255.255.255.0", "10.0.0.1", "10.0.0.1", "ip")]
    [InlineData("010.0.0.7", "255.255.255.0", "10.0.0.1", "10.0.0.1", "ip")]
    [InlineData("::1", "255.255.255.0", "10.0.0.1", "10.0.0.1", "ip")]
    [InlineData("10.0.0.0", "255.255.255.0", "10.0.0.1", "10.0.0.1", "ip")]
    [InlineData("10.0.0.255", "255.255.255.0", "10.0.0.1", "10.0.0.1", "ip")]
    [InlineData("10.0.0.7", "255.255.0.255", "10.0.0.1", "10.0.0.1", "mask")]
    [InlineData("10.0.0.7", "0.0.0.0", "10.0.0.1", "10.0.0.1", "mask")]
    [InlineData("10.0.0.7", "255.255.255.255", "10.0.0.7", "10.0.0.1", "mask")]
    [InlineData("10.0.0.7", "255.255.255.0", "", "10.0.0.1", "gateway")]
    [InlineData("10.0.0.7", "255.255.255.0", "10.0.1.1", "10.0.0.1", "gateway")]
    [InlineData("10.0.0.7", "255.255.255.0", "10.0.0.7", "10.0.0.1", "gateway")]
    [InlineData("10.0.0.7", "255.255.255.0", "10.0.0.1", "nonsense", "dns")]
    public void A_static_address_that_cannot_be_is_refused_by_its_field(
        string ip, string mask, string gateway, string dns, string? field)
    {
        _rig.Secret("secrets.json", $$"""
            { "wifi": { "ssid": "s" }, "nodes": { "truck-1/bays-1": { "key": "{{FlashRig.Key}}", "address":
              { "ip": "{{ip}}", "mask": "{{mask}}", "gateway": "{{gateway}}", "dns": "{{dns}}" } } } }
            """);
        Assert.Equal(field == null ? FlashEnd.Done : FlashEnd.SecretsRefused, _rig.Run());
        Assert.Contains(field == null ? "" : $"truck-1/bays-1.address.{field}:", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_comes_before_the_file_and_will_do_without_one()
    {
        _rig.Environment["SWAPEDGE_NODE_KEY"] = new string('7', 64);
        Assert.Equal(FlashEnd.Done, _rig.Run());
        Assert.Equal(0x77, _rig.OnDevice("mac.key")[0]);
        _rig.Environment["SWAPEDGE_WIFI_SSID"] = "station";
        _rig.Environment["SWAPEDGE_WIFI_PASSWORD"] = "another-password";
        Assert.Equal(FlashEnd.Done, _rig.RunArguments(
        [
            "--board", "esp32-wrover", "--settings", _rig.PathOf("station.txt"), "--pe", _rig.PathOf("pe"),
            "--nanoff", "FakeNanoff.dll", "--broker", "mqtt://broker",
        ]));
        Assert.Contains(
            "another-password", System.Text.Encoding.UTF8.GetString(_rig.OnDevice("network.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_the_way_to_give_them_is_named()
    {
        Assert.Equal(FlashEnd.SecretsMissing, _rig.RunArguments(
            ["--board", "esp32-wrover", "--settings", _rig.PathOf("station.txt"), "--pe", _rig.PathOf("pe")]));
        Assert.Contains("-Secrets", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_with_the_key_of_another_or_past_its_time_is_refused()
    {
        using TemporaryFolder folder = new();
        using Authority authority = new(folder, "city");
        (string one, string oneKey) = authority.Client("bays-1");
        (_, string otherKey) = authority.Client("bays-2");
        FlashRig.Own(oneKey);
        FlashRig.Own(otherKey);

        NodeFile node = new("linfen", "truck-1", "bays-1", "esp32-wrover", default, default, 0);
        SecretsReader today = new(_ => null, DateTimeOffset.UtcNow);
        Assert.Null(today.Read(SecretsWith(one, otherKey), node, "ethernet", out Failure? failure));
        Assert.Contains("not a certificate and its key", failure!.Detail, StringComparison.Ordinal);
        Assert.NotNull(today.Read(SecretsWith(one, oneKey), node, "ethernet", out failure));
        SecretsReader later = new(_ => null, DateTimeOffset.UtcNow.AddYears(1));
        Assert.Null(later.Read(SecretsWith(one, oneKey), node, "ethernet", out failure));
        Assert.Contains("expired", failure!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_owner_may_enter_the_temporary_folder_and_read_what_is_in_it()
    {
        using DeployFolder folder = new();
        string path = folder.Write("mac.key", [1, 2, 3]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(folder.Folder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    private string SecretsWith(string certificate, string key)
    {
        _rig.Secret("node.json", $$"""
            { "nodes": { "truck-1/bays-1": { "key": "{{FlashRig.Key}}", "certificate": "{{Escaped(certificate)}}",
                "certificateKey": "{{Escaped(key)}}" } } }
            """);
        return _rig.PathOf("node.json");
    }

    private static string Escaped(string path) => path.Replace("\\", "\\\\", StringComparison.Ordinal);
}

using SwapEdge.Boards.Flash;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Flash;

/// <summary>What is given is checked before anything is asked of the board.</summary>
public sealed class FlashInputTests : IDisposable
{
    private readonly FlashRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("--board", "esp32-none", FlashEnd.BoardUnknown)]
    [InlineData("--settings", "none.json", FlashEnd.SettingsMissing)]
    [InlineData("--node", "bays-9", FlashEnd.NodeUnknown)]
    [InlineData("--node", "lane-1", FlashEnd.BoardDiffers)]
    [InlineData("--secrets", "none.json", FlashEnd.SecretsMissing)]
    [InlineData("--pe", "none", FlashEnd.BuildMissing)]
    [InlineData("--wait", "0", FlashEnd.WrongUsage)]
    [InlineData("--wait", "abc", FlashEnd.WrongUsage)]
    [InlineData("--wait", "99999999999", FlashEnd.WrongUsage)]
    [InlineData("--wait", "", FlashEnd.WrongUsage)]
    [InlineData("--settings", "", FlashEnd.WrongUsage)]
    [InlineData("--secrets", "", FlashEnd.WrongUsage)]
    [InlineData("--port", "", FlashEnd.WrongUsage)]
    [InlineData("--nanoff", "", FlashEnd.WrongUsage)]
    [InlineData("--broker", "", FlashEnd.WrongUsage)]
    [InlineData("--broker", "http://broker", FlashEnd.WrongUsage)]
    [InlineData("--language", "fr", FlashEnd.WrongUsage)]
    [InlineData("--certificate", "own.pem", FlashEnd.WrongUsage)]
    [InlineData("--frobnicate", "1", FlashEnd.WrongUsage)]
    public void A_wrong_input_has_its_own_exit_code_and_nanoff_is_not_called(string option, string value, FlashEnd end)
    {
        Assert.Equal(end, _rig.Run(option, value));
        Assert.Equal((int)end, (int)_rig.Result["exit"]!);
        Assert.Empty(_rig.Calls);
    }

    [Theory]
    [InlineData("--wait")]
    [InlineData("--broker")]
    [InlineData("--certificate")]
    [InlineData("--key")]
    [InlineData("--language")]
    public void An_option_without_its_value_is_wrong_usage_and_has_its_line_of_json(string option)
    {
        Assert.Equal(FlashEnd.WrongUsage, _rig.RunArguments(
            ["--board", "esp32-wrover", "--settings", _rig.PathOf("station.txt"), option]));
        Assert.Equal((int)FlashEnd.WrongUsage, (int)_rig.Result["exit"]!);
    }

    [Fact]
    public void A_certificate_for_the_broker_with_the_key_of_another_is_told_and_is_no_defect_of_the_tool()
    {
        using Authority authority = new(_rig.Temporary, "city");
        (string own, _) = authority.Client("technician");
        (_, string key) = authority.Client("another");
        _rig.Broker = address => address.Opener();
        string[] arguments = ["--broker", "mqtts://localhost", "--certificate", own, "--key", key];
        Assert.Equal(FlashEnd.BrokerSilent, _rig.RunSerial(arguments));
        Assert.Equal(FlashEnd.BrokerSilent, _rig.RunSerial([.. arguments[..5], _rig.PathOf("none.pem")]));
        _rig.Write("none-such.pem", "no key");
        Assert.Equal(FlashEnd.BrokerSilent, _rig.RunSerial([.. arguments[..5], _rig.PathOf("none-such.pem")]));
    }

    [Fact]
    public void Refused_settings_say_which_line_and_field()
    {
        _rig.Write("station.txt", "bays-1 esp32-wrover Bays\nbays-2 esp32-wrover Boat\n");
        Assert.Equal(FlashEnd.SettingsRefused, _rig.Run());
        Assert.Contains("station.txt:2: kind", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_node_that_the_board_has_no_program_for_is_refused()
    {
        _rig.Write("station.txt", "lane-1 esp32-wrover None\n");
        Assert.Equal(FlashEnd.BoardDiffers, _rig.Run());
    }

    [Fact]
    public void A_damaged_assembly_and_an_image_that_does_not_fit_are_told_apart()
    {
        byte[] sound = File.ReadAllBytes(_rig.PathOf("pe/App.pe"));
        File.WriteAllBytes(_rig.PathOf("pe/App.pe"), sound[..^4]);
        Assert.Equal(FlashEnd.BuildRefused, _rig.Run());
        Assert.Contains("App.pe: ", _rig.Output, StringComparison.Ordinal);
        File.WriteAllBytes(_rig.PathOf("pe/App.pe"), sound);
        File.WriteAllBytes(_rig.PathOf("pe/Lib.pe"), PeForge.Make("Lib", new(0, 1, 0, 0), 2818048));
        Assert.Equal(FlashEnd.BuildTooLarge, _rig.Run());
        Assert.Empty(_rig.Calls);
    }

    [Fact]
    public void An_assembly_that_nobody_needs_is_left_out_and_named()
    {
        File.WriteAllBytes(_rig.PathOf("pe/Stray.pe"), PeForge.Make("Stray", new(1, 0, 0, 0), 8));
        Assert.Equal(FlashEnd.Done, _rig.Run());
        Assert.Contains("not part of the program: Stray", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_does_not_restore_nanoff_and_the_tool_knows_the_version_that_was_read()
    {
        string root = File.ReadAllText(Path.Combine(Repository.Root, ".config", "dotnet-tools.json"));
        Assert.DoesNotContain("nanoff", root, StringComparison.OrdinalIgnoreCase);
        string tool = Path.Combine(Repository.Root, "boards", "flash");
        string version = Nanoff.PinnedVersion(tool);
        string readme = File.ReadAllText(Path.Combine(tool, "README.md"));
        Assert.Contains($"pins nanoff {version}.", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_board_with_a_program_has_a_description_that_can_be_read()
    {
        string boards = Path.Combine(Repository.Root, "boards");
        string[] programs = [.. Directory.GetDirectories(boards)
            .Where(folder => File.Exists(Path.Combine(folder, "Board.cs"))).Select(folder => Path.GetFileName(folder))];
        Assert.NotEmpty(programs);
        foreach (string name in programs)
        {
            BoardDescription? board = BoardDescription.Read(boards, name, out Failure? failure);
            Assert.True(board != null, $"{name}: {failure?.Detail ?? "no board.json"}");
            Assert.True(board.FlashBytes >= 4 << 20);
        }
    }
}

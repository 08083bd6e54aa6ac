using System.Text;
using SwapEdge.Boards.Flash;

namespace SwapEdge.Tests.Flash;

/// <summary>A nanoff that misbehaves, a device that is not what it should be: each has its own end.</summary>
public sealed class FlashFailureTests : IDisposable
{
    private readonly FlashRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("other version", FlashEnd.NanoffOther)]
    [InlineData("hangs at version", FlashEnd.NanoffHangs)]
    [InlineData("hangs at devicedetails", FlashEnd.NanoffHangs)]
    [InlineData("hangs at update", FlashEnd.NanoffHangs)]
    [InlineData("hangs at deploy", FlashEnd.NanoffHangs)]
    [InlineData("hangs at filedeployment", FlashEnd.NanoffHangs)]
    [InlineData("port busy", FlashEnd.PortBusy)]
    [InlineData("no answer", FlashEnd.ChipSilent)]
    [InlineData("talks nonsense", FlashEnd.ChipUnread)]
    [InlineData("wrong chip", FlashEnd.ChipOther)]
    [InlineData("no PSRAM", FlashEnd.PsramMissing)]
    [InlineData("small flash", FlashEnd.FlashOther)]
    [InlineData("runtime fails", FlashEnd.RuntimeNotWritten)]
    [InlineData("fails half way", FlashEnd.ImageNotWritten)]
    [InlineData("file fails", FlashEnd.FilesNotWritten)]
    [InlineData("network fails", FlashEnd.NetworkNotWritten)]
    [InlineData("no restart", FlashEnd.RestartFailed)]
    [InlineData("writes nothing", FlashEnd.BirthMissing)]
    public void Each_way_to_fail_has_its_exit_code_and_sentence(string behaviour, FlashEnd end)
    {
        _rig.Behaviour = behaviour;
        Assert.Equal(end, _rig.Run());
        Assert.Equal((int)end, (int)_rig.Result["exit"]!);
        Assert.Equal(end.ToString(), (string?)_rig.Result["end"]);
        Assert.Contains($"[{(int)end}]", _rig.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Put the label", _rig.Output, StringComparison.Ordinal);
        Assert.Null(_rig.Result["verified"]);
    }

    [Theory]
    [InlineData("wrong chip")]
    [InlineData("no PSRAM")]
    [InlineData("small flash")]
    [InlineData("talks nonsense")]
    public void On_a_wrong_module_nothing_is_written(string behaviour)
    {
        _rig.Behaviour = behaviour;
        _rig.Run();
        Assert.DoesNotContain(_rig.Calls, call => call.Contains("--update", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(_rig.Folder, "device")));
    }

    [Fact]
    public void Unknown_PSRAM_is_said_and_goes_on()
    {
        _rig.Behaviour = "PSRAM undetermined";
        Assert.Equal(FlashEnd.Done, _rig.Run());
        Assert.Equal("undetermined", (string?)_rig.Result["psram"]);
        Assert.Contains("look at the module", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void OK_with_nothing_written_is_found_by_what_the_board_says_of_its_program()
    {
        _rig.PutOnDevice("image.bin", Encoding.ASCII.GetBytes("OLD program"));
        _rig.PutOnDevice("settings.bin", Encoding.ASCII.GetBytes("bays-1 esp32-wrover Bays"));
        _rig.Behaviour = "writes nothing";
        Assert.Equal(FlashEnd.BuildDiffers, _rig.Run());
        Assert.Contains("0.0.9", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_program_of_the_same_version_is_found_though_one_bit_of_one_assembly_makes_the_difference()
    {
        Assert.Equal(FlashEnd.Done, _rig.Run());
        string before = _rig.Build;
        byte[] library = File.ReadAllBytes(_rig.PathOf("pe/Lib.pe"));
        library[^1] ^= 1;
        File.WriteAllBytes(_rig.PathOf("pe/Lib.pe"), PeForge.Seal(library));
        _rig.Behaviour = "writes nothing";

        Assert.Equal(FlashEnd.BuildDiffers, _rig.Run());
        Assert.Equal((before, _rig.Build), ((string?)_rig.Result["build"], (string?)_rig.Result["image"]));
        Assert.Contains($"{before}, not {_rig.Build}", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_did_not_arrive_are_found_by_the_hash_that_the_board_says()
    {
        Assert.Equal(FlashEnd.Done, _rig.Run());
        _rig.Write("station.txt", "bays-1 esp32-wrover Lane\n");
        Assert.Equal(FlashEnd.BoardDiffers, _rig.Run());
        _rig.Write("station.txt", "bays-1 esp32-wrover Bays\n");
        _rig.PutOnDevice("settings.bin", Encoding.ASCII.GetBytes("other settings"));
        _rig.Behaviour = "writes nothing";
        Assert.Equal(FlashEnd.SettingsDiffer, _rig.Run());
    }

    [Fact]
    public void Nothing_but_a_birth_after_the_restart_counts()
    {
        Assert.Equal(FlashEnd.Done, _rig.Run());
        _rig.Device.Silent = true;
        Assert.Equal(FlashEnd.BirthMissing, _rig.Run());
    }

    [Fact]
    public void A_board_that_says_it_is_another_one_is_refused()
    {
        _rig.Device.Board = "esp32-s3";
        Assert.Equal(FlashEnd.BoardSaysOther, _rig.Run());
    }

    [Fact]
    public void A_broker_that_is_not_there_stops_it_before_anything_is_written()
    {
        _rig.NetworkAway = true;
        Assert.Equal(FlashEnd.BrokerSilent, _rig.Run());
        Assert.DoesNotContain(_rig.Calls, call => call.Contains("--update", StringComparison.Ordinal));
    }

    [Fact]
    public void An_archive_without_that_runtime_says_how_to_fill_it()
    {
        _rig.Behaviour = "archive empty";
        Assert.Equal(FlashEnd.ArchiveMissing, _rig.Run("--archive", _rig.PathOf("archive")));
        Assert.Contains("--updatearchive", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_port_several_ports_and_one_that_is_not_there_are_told_apart()
    {
        _rig.Write("ttyUSB1", "");
        Assert.Equal(FlashEnd.PortSeveral, _rig.Run());
        Assert.Contains("ttyUSB1", _rig.Output, StringComparison.Ordinal);
        Assert.Equal(FlashEnd.Done, _rig.Run("--port", Path.Combine(_rig.Folder, "ttyUSB1")));
        File.Delete(Path.Combine(_rig.Folder, "ttyUSB0"));
        File.Delete(Path.Combine(_rig.Folder, "ttyUSB1"));
        Assert.Equal(FlashEnd.PortMissing, _rig.Run());
        Assert.Equal(FlashEnd.PortMissing, _rig.Run("--port", Path.Combine(_rig.Folder, "ttyUSB1")));
    }

    [Fact]
    public void A_port_that_may_not_be_opened_names_the_group()
    {
        _rig.TryPort = _ => throw new UnauthorizedAccessException();
        Assert.Equal(FlashEnd.PortForbidden, _rig.Run());
        Assert.Contains("dialout", _rig.Output, StringComparison.Ordinal);
        _rig.TryPort = _ => throw new IOException("Device or resource busy");
        Assert.Equal(FlashEnd.PortBusy, _rig.Run());
        Assert.DoesNotContain(_rig.Calls, call => call.Contains("--devicedetails", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_nanoff_it_says_where_to_get_it()
    {
        Assert.Equal(FlashEnd.NanoffMissing, _rig.Run("--nanoff", _rig.PathOf("none")));
        Assert.Contains("dotnet tool restore", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_temporary_folder_is_gone_also_after_a_failure()
    {
        foreach (string behaviour in (string[])["", "file fails", "network fails", "hangs at networkdeployment"])
        {
            _rig.Behaviour = behaviour;
            _rig.Run();
        }

        string[] lists = [.. _rig.Calls.SelectMany(call => call.Split(' ')).Where(word =>
            word.EndsWith(".json", StringComparison.Ordinal) || word.EndsWith(".bin", StringComparison.Ordinal))];
        Assert.Equal(11, lists.Length);
        Assert.All(lists, list => Assert.False(Path.Exists(Path.GetDirectoryName(list))));
    }
}

using SwapEdge.Boards.Flash;

namespace SwapEdge.Tests.Flash;

/// <summary>A dry run shows all and touches nothing.</summary>
public sealed class DryRunTests : IDisposable
{
    private static readonly string[] Commands =
    [
        "nanoff --version", "--devicedetails -v n --checkpsram", "--update --target", "--deploy --target",
        "--filedeployment", "--networkdeployment", "nanoff --platform esp32 --serialport COM5 --devicedetails -v n\n",
    ];

    private readonly FlashRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void All_steps_and_commands_are_shown_without_nanoff_port_and_broker()
    {
        _rig.NetworkAway = true;
        Assert.Equal(FlashEnd.Done, _rig.Run("--dry-run", "--port", "COM5", "--nanoff", _rig.PathOf("none")));
        Assert.Empty(_rig.Calls);
        string output = _rig.Output.ReplaceLineEndings("\n");
        Assert.All(Commands, command => Assert.Contains(command, output, StringComparison.Ordinal));
        for (int step = 1; step <= 14; step++)
        {
            Assert.Contains($"{step}/14  ", output, StringComparison.Ordinal);
        }

        Assert.True((bool)_rig.Result["dryRun"]!);
        Assert.DoesNotContain("Put the label", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_masked_in_what_it_shows()
    {
        _rig.Run("--dry-run");
        Assert.DoesNotContain(FlashRig.Password, _rig.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(FlashRig.Key, _rig.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("***", _rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_fail_is_said_where_it_would_and_the_rest_is_shown_all_the_same()
    {
        File.Delete(_rig.PathOf("pe/Lib.pe"));
        File.Delete(_rig.PathOf("secrets.json"));
        Assert.Equal(FlashEnd.SecretsMissing, _rig.Run("--dry-run", "--port", "COM5"));
        string output = _rig.Output.ReplaceLineEndings("\n");
        Assert.Contains("needs Lib", output, StringComparison.Ordinal);
        Assert.All(Commands, command => Assert.Contains(command, output, StringComparison.Ordinal));
    }

    [Fact]
    public void An_exchanged_board_would_be_erased()
    {
        Assert.Equal(FlashEnd.Done, _rig.Run("--dry-run", "--replace"));
        Assert.Contains("--masserase", _rig.Output, StringComparison.Ordinal);
    }
}

using System.Text;
using SwapEdge.Boards.Flash;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Flash;

/// <summary>A journal is never continued on another board, and never lost in silence.</summary>
public sealed class ReplacedBoardTests
{
    [Fact]
    public void A_replaced_board_is_erased_and_begins_a_journal_of_its_own()
    {
        using FlashRig rig = new();
        Assert.Equal(FlashEnd.Done, rig.Run());
        string? first = (string?)rig.Result["journal"];
        Assert.Equal(FlashEnd.Done, rig.Run("--replace"));
        Assert.NotEqual(first, (string?)rig.Result["journal"]);
        Assert.Contains(rig.Calls, call => call.Contains("--masserase", StringComparison.Ordinal));
    }

    [Fact]
    public void A_replaced_board_that_still_has_the_old_journal_is_refused()
    {
        using FlashRig rig = new(keepsJournal: true);
        Assert.Equal(FlashEnd.Done, rig.Run());
        Assert.Equal(FlashEnd.JournalReused, rig.Run("--replace"));
        Assert.Contains("SD card", rig.Output, StringComparison.Ordinal);
        Assert.Null(rig.Result["verified"]);
    }

    [Fact]
    public void An_erasure_that_did_not_happen_is_found()
    {
        using FlashRig rig = new();
        Assert.Equal(FlashEnd.Done, rig.Run());
        rig.Behaviour = "erases nothing";
        Assert.Equal(FlashEnd.JournalReused, rig.Run("--replace"));
    }

    [Fact]
    public void Another_journal_without_a_word_of_a_replaced_board_is_refused()
    {
        using FlashRig rig = new();
        Assert.Equal(FlashEnd.Done, rig.Run());
        File.Delete(Path.Combine(rig.Folder, "device", "journal"));
        rig.Device.Journal = 0xB0B;
        Assert.Equal(FlashEnd.JournalDiffers, rig.Run());
        Assert.Contains("0000000000000B0B", rig.Output, StringComparison.Ordinal);
        Assert.Contains("-Replace", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Replacing_needs_a_broker_that_knows_the_old_journal()
    {
        using FlashRig rig = new();
        Assert.Equal(FlashEnd.WrongUsage, rig.RunSerial("--replace"));
        Assert.Empty(rig.Calls);
    }

    [Fact]
    public void A_board_that_was_another_nodes_is_refused()
    {
        using FlashRig rig = new(keepsJournal: true);
        rig.Device.Journal = 0xB0B;
        rig.Retain("linfen/truck-1/bays-2", new BirthRecord { NodeKind = NodeKind.Bays, Journal = 0xB0B, Boot = 7 });
        Assert.Equal(FlashEnd.JournalReused, rig.Run());
        Assert.Contains("linfen/truck-1/bays-2", rig.Output, StringComparison.Ordinal);
        Assert.Null(rig.Result["verified"]);
    }

    [Fact]
    public void On_a_node_that_the_city_never_heard_of_any_journal_will_do()
    {
        using FlashRig rig = new();
        Assert.Equal(FlashEnd.Done, rig.Run("--replace"));
        Assert.Contains("never heard", rig.Output, StringComparison.Ordinal);
    }
}

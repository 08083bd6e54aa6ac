using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>How a cabinet asks its packs.</summary>
public sealed class PackLineTests
{
    private readonly CabinetRig _rig = new();

    [Fact]
    public void Every_door_with_a_pack_is_asked_in_turn_and_an_empty_one_never()
    {
        _rig.Pass(200);
        Assert.Equal(0, _rig.Line.Asked[0]);
        Assert.All(_rig.Line.Asked[1..4], asked => Assert.InRange(asked, 15, 40));
    }

    [Fact]
    public void There_is_one_question_on_the_line_at_a_time()
    {
        _rig.Doors[2].Pack!.Talks = false;
        _rig.Pass(400);
        Assert.Equal(0, _rig.Line.Collisions);
    }

    [Fact]
    public void A_sleeping_pack_that_misses_the_first_question_is_asked_again()
    {
        _rig.Doors[1].Pack!.Sleeps = 1;
        _rig.Doors[2].Pack = _rig.Doors[3].Pack = null;
        _rig.Pass(25);
        Assert.Equal(960, Pack(1).ChargePermille);
    }

    [Fact]
    public void Silent_packs_do_not_keep_the_others_from_being_heard_within_their_time()
    {
        _rig.Doors[1].Pack!.Talks = _rig.Doors[2].Pack!.Talks = false;
        _rig.Settle();
        for (int i = 0; i < 600; i++)
        {
            _rig.Pass();
            Assert.True(Pack(3).IsKnown(_rig.NowMs));
        }

        Assert.Equal(2, _rig.Events(EventKind.WarningRaised).Count(
            warning => warning.Warning == (int)PackWarning.BmsSilent));
    }

    [Fact]
    public void A_pack_that_falls_silent_is_no_longer_charged()
    {
        _rig.Settle();
        Assert.True(_rig.Doors[1].Permitted);
        _rig.Doors[1].Pack!.Talks = false;
        _rig.Pass(2 * UartPackMonitor.SilentMs / 50);
        Assert.False(_rig.Doors[1].Permitted);
        Assert.False(Pack(1).IsKnown(_rig.NowMs));
    }

    [Fact]
    public void A_garbled_answer_is_no_answer()
    {
        _rig.Line.Noisy = true;
        _rig.Settle();
        Assert.Equal((-1, 0u), (Pack(1).ChargePermille, Pack(1).Serial));
    }

    [Fact]
    public void Nothing_of_a_pack_that_was_taken_away_is_believed_of_the_next_one()
    {
        _rig.Settle();
        Assert.Equal(1002u, Pack(1).Serial);
        _rig.Doors[1].Pack = null;
        _rig.Pass(3);
        Assert.Equal((-1, 0u), (Pack(1).ChargePermille, Pack(1).Serial));
    }

    private UartPackMonitor Pack(int door) => _rig.Node.Cabinet.Doors.Doors[door].Pack;
}

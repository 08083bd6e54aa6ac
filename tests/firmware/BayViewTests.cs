using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A lane takes what a bay says again without reading it anew, and no longer than its life counter moves.
/// </summary>
public sealed class BayViewTests
{
    private const int Bay = 3;

    private readonly BayView _view = new();
    private readonly CanFrame _frame = new();

    [Fact]
    public void A_status_that_is_said_again_keeps_the_bay_fresh_while_its_life_counter_moves()
    {
        Take(life: 1, charge: 500, nowMs: 1_000);
        for (int again = 1; again <= 20; again++)
        {
            Assert.True(Again(life: 1 + again, charge: 500, nowMs: 1_000 + (again * 200)));
        }

        Assert.Equal((5_000, true), (_view.HeardMs, _view.IsFresh(5_600)));
        Assert.False(_view.IsFresh(5_601));
    }

    [Fact]
    public void A_status_that_is_said_again_with_a_life_counter_that_stands_is_soon_no_longer_heard()
    {
        Take(life: 1, charge: 500, nowMs: 1_000);
        for (int again = 1; again <= 20; again++)
        {
            Assert.True(Again(life: 1, charge: 500, nowMs: 1_000 + (again * 200)));
        }

        Assert.InRange(_view.HeardMs, 1_000, 1_600);
        Assert.False(_view.IsFresh(5_000));
    }

    [Fact]
    public void A_status_that_says_something_else_is_to_be_read()
    {
        Take(life: 1, charge: 500, nowMs: 1_000);
        Assert.False(Again(life: 2, charge: 504, nowMs: 1_200));
        Assert.Equal(1_000, _view.HeardMs);
        Assert.Equal(500, _view.Last.ChargePermille);
    }

    [Fact]
    public void Before_anything_was_said_nothing_is_said_again_and_a_status_is_no_word_of_the_pack()
    {
        Assert.False(Again(life: 0, charge: 0, nowMs: 1_000));
        Take(life: 1, charge: 500, nowMs: 1_000);
        Assert.False(_view.TakeAgain(BayPackFrame.Pgn, Word(life: 2, charge: 500), 1_200));
    }

    [Fact]
    public void What_a_bay_says_again_of_its_pack_keeps_it_heard()
    {
        BayPackFrame pack = new() { Source = 0x91, Bay = Bay, Interface = 1, PackSerial = 77, PackSerialKnown = true };
        Assert.True(pack.Write(_frame));
        ulong word = Bytes.ReadUInt64(_frame.Data, 0);
        Take(life: 1, charge: 500, nowMs: 1_000);
        _view.TakePack(pack, word, 1_000);
        long lastMs = 1_000 + (BayPackFrame.PeriodMs * StationLink.StalePeriods);
        Assert.True(_view.IsPackHeard(lastMs));
        Assert.False(_view.IsPackHeard(lastMs + 1));
        Assert.True(_view.TakeAgain(BayPackFrame.Pgn, word ^ 0x55, lastMs));
        Assert.True(_view.IsPackHeard(lastMs + 1));
        Assert.False(_view.TakeAgain(BayPackFrame.Pgn, word ^ 0x5500, lastMs));
    }

    private void Take(int life, int charge, long nowMs)
    {
        ulong word = Word(life, charge);
        BayStatusFrame status = new();
        Assert.Equal(DecodeResult.Ok, status.Read(_frame));
        _view.Take(status, word, nowMs);
    }

    private bool Again(int life, int charge, long nowMs) =>
        _view.TakeAgain(BayStatusFrame.Pgn, Word(life, charge), nowMs);

    private ulong Word(int life, int charge)
    {
        BayStatusFrame status = new()
        {
            Source = 0x91, Bay = Bay, Life = life, ChargePermille = charge, ChargeKnown = true, Healthy = true,
            PackSerial = 77, PackSerialKnown = true,
        };
        Assert.True(status.Write(_frame));
        return Bytes.ReadUInt64(_frame.Data, 0);
    }
}

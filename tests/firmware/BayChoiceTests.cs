using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

public sealed class BayChoiceTests
{
    private readonly BayChoice _choice = new();
    private readonly BayView[] _bays =
        [.. Enumerable.Range(0, NodeSettings.StationBays + 1).Select(_ => new BayView())];
    private readonly SwapProfile _profile = TopLiftTruck.Profile();

    [Fact]
    public void The_fullest_at_target_goes_out_then_the_coolest_then_the_lowest_number()
    {
        Pack(3, charge: 960, hottestC: 30);
        Assert.Equal((3, ChoiceReason.OnlyOne), Take());
        Pack(2, charge: 940);
        Assert.Equal((3, ChoiceReason.FullestAtTarget), Take());
        Pack(5, charge: 960, hottestC: 28);
        Assert.Equal((5, ChoiceReason.CoolestOfEqual), Take());
        Pack(4, charge: 960, hottestC: 28);
        Assert.Equal((4, ChoiceReason.LowestOfEqual), Take());
        Pack(1, charge: 980, hottestC: 45);
        Assert.Equal((1, ChoiceReason.FullestAtTarget), Take());
    }

    [Fact]
    public void Of_a_failed_choice_each_bay_is_counted_with_why_it_was_not_taken()
    {
        Pack(1, charge: 880);
        Pack(2, change: status => status.Healthy = false);
        Pack(3, change: status => status.Isolated = true);
        Pack(4, change: status => status.ReservedBy = 2);
        Pack(5, change: status => status.Presence = BayPresence.Empty);
        Pack(6, kind: 2);
        Pack(7, watched: true);
        Pack(8, change: status => status.PackSerialKnown = false);
        Pack(9, change: status => status.PackSerial = 4711);
        Pack(10);
        _bays[10].IsRefused = true;
        Pack(11, heardMs: -2_000);
        Pack(12, charge: 800);
        Pack(13, kind: 0);
        Assert.Equal((0, ChoiceReason.None), Take());
        Assert.Equal(
            [
                (PassedOver.NotHeard, 1), (PassedOver.Reserved, 1), (PassedOver.Refused, 1), (PassedOver.NoPack, 1),
                (PassedOver.Alarm, 1), (PassedOver.Isolated, 1), (PassedOver.PackUnknown, 2),
                (PassedOver.OtherInterface, 2), (PassedOver.ChargeLow, 2), (PassedOver.Watched, 1),
            ],
            Counts());
        // Four bits a reason, the lowest unused.
        Assert.Equal(0x12220011101110UL, _choice.Packed());
    }

    [Fact]
    public void A_normal_pack_goes_to_the_lowest_empty_bay_and_never_to_an_isolation_bay()
    {
        Empty(2, isolated: true);
        Assert.Equal((0, ChoiceReason.None), Store(isolate: false));
        Assert.Equal([(PassedOver.Isolated, 1)], Counts());
        Empty(4);
        Assert.Equal((4, ChoiceReason.OnlyOne), Store(isolate: false));
        Empty(3);
        Assert.Equal((3, ChoiceReason.LowestEmptyNumber), Store(isolate: false));
    }

    [Fact]
    public void A_pack_for_isolation_goes_to_an_isolation_bay_or_nowhere()
    {
        Empty(1);
        Assert.Equal((0, ChoiceReason.None), Store(isolate: true));
        Assert.Equal([(PassedOver.NotForIsolation, 1)], Counts());
        Empty(6, isolated: true);
        Assert.Equal((6, ChoiceReason.Isolation), Store(isolate: true));
    }

    [Fact]
    public void A_bay_whose_charger_is_on_is_not_stored_into_but_its_pack_may_be_chosen_and_is_not_ready_yet()
    {
        Empty(1);
        _bays[1].Last.PowerOff = false;
        Assert.Equal((0, ChoiceReason.None), Store(isolate: false));
        Assert.Equal([(PassedOver.PowerOn, 1)], Counts());
        Pack(2, change: status => status.PowerOff = false);
        Assert.Equal((2, ChoiceReason.OnlyOne), Take());
        Assert.Equal(PassedOver.PowerOn, BayChoice.Pack(_bays[2], _profile, false, 0));
    }

    [Fact]
    public void A_pack_with_the_serial_number_of_the_one_that_comes_in_is_not_chosen()
    {
        Pack(2, charge: 970);
        Pack(3);
        _choice.OldSerial = 2;
        Assert.Equal((3, ChoiceReason.OnlyOne), Take());
        Assert.Equal([(PassedOver.SameSerial, 1)], Counts());
        _choice.OldSerial = 0;
        Assert.Equal((2, ChoiceReason.FullestAtTarget), Take());
    }

    private (int Bay, ChoiceReason Reason) Take() => (_choice.ToTake(_bays, 1, _profile, 0), _choice.Reason);

    private (int Bay, ChoiceReason Reason) Store(bool isolate) =>
        (_choice.ToStore(_bays, 1, isolate, 0), _choice.Reason);

    private IEnumerable<(PassedOver, int)> Counts() =>
        Enum.GetValues<PassedOver>().Skip(1).Select(why => (why, _choice.Count(why))).Where(one => one.Item2 != 0);

    private void Empty(int bay, bool isolated = false) => _bays[bay].Take(
        new BayStatusFrame
        {
            Bay = bay, Presence = BayPresence.Empty, Healthy = true, PowerOff = true, Isolated = isolated,
        },
        0,
        0);

    private void Pack(
        int bay,
        int charge = 960,
        int hottestC = 25,
        int kind = 1,
        bool watched = false,
        long heardMs = 0,
        Action<BayStatusFrame>? change = null)
    {
        BayStatusFrame status = new()
        {
            Bay = bay, Presence = BayPresence.Occupied, Healthy = true, PowerOff = true, ChargeKnown = true,
            ChargePermille = charge, PackSerialKnown = true, PackSerial = (uint)bay,
        };
        change?.Invoke(status);
        _bays[bay].Take(status, 0, heardMs);
        _bays[bay].TakePack(
            new BayPackFrame
            {
                Bay = bay, Interface = kind, HottestKnown = true, HottestC = hottestC, Watched = watched,
                PackSerialKnown = true, PackSerial = (uint)bay,
            },
            0,
            heardMs);
    }
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Firmware;

public sealed class BayCustodyTests
{
    private readonly BayRig _rig = new();

    [Fact]
    public void A_pack_that_a_swap_brings_or_takes_is_no_custody_event()
    {
        Assert.Equal(BayAnswer.Granted, _rig.Ask(_rig.Normal, BayOperation.ReserveToStore));
        _rig.Put(_rig.Normal);
        _rig.Identify(_rig.Normal);
        _rig.Announce(1, 1);
        _rig.Announce(1, 2);
        Assert.Equal(BayAnswer.Granted, _rig.Ask(_rig.Normal, BayOperation.ReserveToTake));
        _rig.TakeOut(_rig.Normal);
        Assert.Empty(Custody());
        Assert.Contains(_rig.Events(), one => one.Kind == EventKind.PackLeft);
    }

    [Fact]
    public void A_pack_that_nothing_explains_is_a_warning_with_its_serial_and_owner()
    {
        _rig.Put(_rig.Normal);
        Assert.Empty(Custody());
        _rig.Identify(_rig.Normal, serial: 77, owned: true);
        (EventKind, int, int, int, uint, int) delivered =
            (EventKind.PackDelivered, 1, (int)CustodyReason.Unexplained, 2, 77u, (int)PackOwner.Owned);
        Assert.Equal([delivered], Custody());
        _rig.TakeOut(_rig.Normal);
        Assert.Equal(
            [delivered, (EventKind.PackRemoved, 1, (int)CustodyReason.Unexplained, 2, 77u, (int)PackOwner.Owned)],
            Custody());
    }

    [Fact]
    public void A_pack_that_never_says_who_it_is_is_recorded_after_a_while_without_a_name()
    {
        _rig.Put(_rig.Normal);
        _rig.Pass(BayCustody.IdentityMs / 50);
        Assert.Equal([(EventKind.PackDelivered, 1, (int)CustodyReason.Unexplained, 2, 0u, 0)], Custody());
    }

    [Fact]
    public void A_reason_given_before_counts_once_and_not_for_ever()
    {
        _rig.Normal.Expect(CustodyReason.Delivery, _rig.NowMs);
        _rig.Put(_rig.Normal);
        _rig.Identify(_rig.Normal);
        _rig.TakeOut(_rig.Normal);
        _rig.Put(_rig.Normal);
        _rig.Normal.Expect(CustodyReason.Service, _rig.NowMs);
        _rig.Pass(BayCustody.ExpectMs / 50);
        _rig.TakeOut(_rig.Normal);
        Assert.Equal(
            [
                (EventKind.PackDelivered, CustodyReason.Delivery, 0),
                (EventKind.PackRemoved, CustodyReason.Unexplained, 2),
                (EventKind.PackDelivered, CustodyReason.Unexplained, 2),
                (EventKind.PackRemoved, CustodyReason.Unexplained, 2),
            ],
            Custody().Select(one => (one.Kind, (CustodyReason)one.Value, one.Level)));
    }

    [Fact]
    public void What_happened_while_the_power_was_off_is_noticed_and_what_stayed_is_not_an_event()
    {
        _rig.Put(_rig.Normal);
        _rig.Identify(_rig.Normal);
        int before = Custody().Count;
        _rig.Restart();
        _rig.Identify(_rig.Normal);
        Assert.Equal(before, Custody().Count);
        _rig.Inputs[0].PackPresent = false;
        _rig.Inputs[0].BayClear = true;
        _rig.Inputs[1].PackPresent = true;
        _rig.Inputs[1].BayClear = false;
        _rig.Restart();
        _rig.Identify(_rig.ForIsolation, serial: 5);
        Assert.Equal(
            [(EventKind.PackRemoved, 1, 0u), (EventKind.PackDelivered, 2, 5u)],
            Custody().Skip(before).Select(one => (one.Kind, one.Bay, one.Serial)));
    }

    [Fact]
    public void Energy_that_the_charger_reports_stands_in_the_end_of_the_charge_and_in_the_sum_of_the_pack()
    {
        _rig.Put(_rig.Normal);
        _rig.Identify(_rig.Normal);
        CanFrame csd = Frames.Parse("181DF456#0A00640001000000", _rig.NowMs);
        _rig.Say(
            _rig.Normal, Frames.Parse("101956F4#01000000", _rig.NowMs), Frames.Parse("101AF456#04000000", _rig.NowMs),
            Frames.Parse("181C56F4#61000000000000", _rig.NowMs), csd);
        _rig.Pass(2);
        Assert.Contains(_rig.Events(), one => one.Kind == EventKind.ChargeEnded && one.Value == 10_000);
        Assert.Equal(10_000, _rig.Normal.Records.ChargedWh);
    }

    private List<(EventKind Kind, int Bay, int Value, int Level, uint Serial, int Owner)> Custody() =>
        [.. _rig.Events().Where(one => one.Kind is EventKind.PackDelivered or EventKind.PackRemoved)];
}

using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A permit to charge and whether anybody is heard on the charger's bus.</summary>
public sealed class ChargerEarTests
{
    private const int PassMs = 50;

    private readonly BayRig _rig = new(isolates: false);

    private Bay Bay => _rig.Normal;

    private BayInputs Inputs => _rig.Inputs[0];

    [Fact]
    public void A_pack_just_seated_has_the_time_of_a_handshake_to_be_woken_by_its_charger()
    {
        _rig.Put(Bay);
        Assert.True(_rig.Permitted(Bay));
        Wait(ChargerEar.WakeMs - 1_000);
        Assert.True(_rig.Permitted(Bay));
        _rig.Identify(Bay);
        Inputs.ContactorOpen = false;
        Talk(ChargerEar.WakeMs);
        Assert.True(_rig.Permitted(Bay));
        Assert.Empty(Warnings());
    }

    [Fact]
    public void A_pack_that_is_never_heard_loses_its_permit_and_the_warning_says_so_once()
    {
        _rig.Put(Bay);
        Wait(ChargerEar.WakeMs + 500);
        Assert.False(_rig.Permitted(Bay));
        Wait(5_000);
        Assert.Equal([(EventKind.WarningRaised, 2)], Warnings());
        Assert.True(_rig.Status(Bay).Healthy);
    }

    [Fact]
    public void A_bus_that_falls_silent_while_the_contactor_is_closed_ends_the_permit_within_five_seconds_and_a_pass()
    {
        Charge();
        Wait(ChargerEar.SilentMs);
        Assert.True(_rig.Permitted(Bay));
        Wait(PassMs);
        Assert.False(_rig.Permitted(Bay));
        Assert.Equal([(EventKind.WarningRaised, 2)], Warnings());
    }

    [Fact]
    public void A_contactor_that_closes_although_nobody_was_heard_ends_the_permit_at_once()
    {
        _rig.Put(Bay);
        Wait(ChargerEar.SilentMs + 1_000);
        Inputs.ContactorOpen = false;
        Wait(PassMs);
        Assert.False(_rig.Permitted(Bay));
    }

    [Fact]
    public void A_single_frame_brings_no_permit_back_and_a_bus_that_speaks_steadily_does()
    {
        Charge();
        Wait(ChargerEar.SilentMs + PassMs);
        Inputs.ContactorOpen = true;
        for (int i = 0; i < 10; i++)
        {
            Say();
            Wait(ChargerEar.SilentMs + 1_000);
            Assert.False(_rig.Permitted(Bay));
        }

        Talk(ChargerEar.SteadyMs - 500);
        Assert.False(_rig.Permitted(Bay));
        Talk(1_000);
        Assert.True(_rig.Permitted(Bay));
        Assert.Equal([(EventKind.WarningRaised, 2), (EventKind.WarningCleared, 0)], Warnings());
    }

    [Fact]
    public void Without_a_word_it_is_tried_again_after_ten_minutes_and_only_for_so_long()
    {
        Charge();
        Wait(ChargerEar.SilentMs + PassMs);
        Inputs.ContactorOpen = true;
        Wait(ChargerEar.AgainMs - 1_000);
        Assert.False(_rig.Permitted(Bay));
        Wait(1_500);
        Assert.True(_rig.Permitted(Bay));
        Inputs.ContactorOpen = false;
        Wait(ChargerEar.SilentMs);
        Assert.False(_rig.Permitted(Bay));
        Inputs.ContactorOpen = true;
        Wait(ChargerEar.AgainMs + 1_000);
        Assert.True(_rig.Permitted(Bay));
        Talk(ChargerEar.SteadyMs + 1_000);
        Assert.True(_rig.Permitted(Bay));
        Assert.Equal([(EventKind.WarningRaised, 2), (EventKind.WarningCleared, 0)], Warnings());
    }

    [Fact]
    public void Frames_of_nobody_on_this_bus_are_not_heard()
    {
        Charge();
        for (int i = 0; i < 8; i++)
        {
            _rig.Say(Bay, new CanFrame { Id = 0x18FFF8A7, Extended = true, Length = 8, TimeMs = _rig.NowMs });
            Wait(1_000);
        }

        Assert.False(_rig.Permitted(Bay));
    }

    [Fact]
    public void A_session_that_has_ended_in_order_may_rest_in_silence_but_not_with_the_contactor_closed()
    {
        Charge();
        foreach (string frame in (string[])
            ["101956F4#00000000", "101AF456#00000000", "181C56F4#61000000005050", "181DF456#0000000000000000"])
        {
            _rig.Say(Bay, SwapEdge.Tests.Protocol.Frames.Parse(frame, _rig.NowMs));
            Wait(PassMs);
        }

        Assert.Equal(ChargeStage.Ended, Bay.Pack.Session.Stage);
        Inputs.ContactorOpen = true;
        Wait(10 * ChargerEar.WakeMs);
        Assert.True(_rig.Permitted(Bay));
        Assert.Empty(Warnings());
        Inputs.ContactorOpen = false;
        Wait(PassMs);
        Assert.False(_rig.Permitted(Bay));
    }

    [Fact]
    public void The_next_pack_begins_anew_and_the_warning_goes_with_the_old_one()
    {
        Charge();
        Wait(ChargerEar.SilentMs + PassMs);
        Inputs.ContactorOpen = true;
        _rig.TakeOut(Bay);
        Assert.Equal([(EventKind.WarningRaised, 2), (EventKind.WarningCleared, 0)], Warnings());
        _rig.Put(Bay);
        Assert.True(_rig.Permitted(Bay));
    }

    [Fact]
    public void A_silent_bay_takes_nothing_from_the_power_that_another_may_draw()
    {
        BayRig rig = new(isolates: false, chargerW: 100_000);
        rig.Put(rig.Normal);
        rig.Put(rig.ForIsolation);
        CommandRecord limit = new() { PeriodCount = 1, UntilUtcMs = 3_600_000 };
        limit.LimitW[0] = 100_000;
        Assert.Equal(CommandReason.None, rig.Node.Bays.Limit(limit, 0, rig.NowMs));
        rig.Pass();
        Assert.Equal((true, false), (rig.Permitted(rig.Normal), rig.Permitted(rig.ForIsolation)));
        rig.Pass((ChargerEar.WakeMs / PassMs) + 3);
        Assert.Equal((false, true), (rig.Permitted(rig.Normal), rig.Permitted(rig.ForIsolation)));
    }

    /// <summary>A pack that charges: it is known, and the contactor closed.</summary>
    private void Charge()
    {
        _rig.Put(Bay);
        _rig.Identify(Bay);
        Say();
        Inputs.ContactorOpen = false;
        _rig.Pass();
        Assert.True(_rig.Permitted(Bay));
        Wait(0);
        Say();
        _rig.Pass();
    }

    /// <summary>What both sides say while they charge, every 250 ms.</summary>
    private void Talk(int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += 250)
        {
            Say();
            Wait(250);
        }
    }

    private void Say() => _rig.Say(Bay, SwapEdge.Tests.Protocol.Frames.Parse("181356F4#424B014A1B00D0", _rig.NowMs));

    private void Wait(int milliseconds) => _rig.Pass(milliseconds / PassMs);

    private List<(EventKind Kind, int Level)> Warnings()
    {
        _rig.Pass(3);
        return [.. Enumerable.Range(1, (int)_rig.Node.Journal.LastStored)
            .Select(number => JournaledEvents.Read(_rig.Node.Journal, (ulong)number))
            .Where(record => record.Kind is EventKind.WarningRaised or EventKind.WarningCleared
                && record.Warning == (int)PackWarning.BusSilent)
            .Select(record => (record.Kind, record.Level))];
    }
}

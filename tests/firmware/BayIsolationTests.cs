using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Firmware;

public sealed class BayIsolationTests
{
    /// <summary>BSM with over-temperature.</summary>
    private const string Hot = "181356F4#424B014A1B40D0";

    private readonly BayRig _rig = new();

    [Fact]
    public void An_empty_isolation_bay_says_what_it_is_for_and_a_normal_one_does_not()
    {
        Assert.True(_rig.Status(_rig.ForIsolation).Isolated);
        Assert.False(_rig.Status(_rig.Normal).Isolated);
    }

    [Fact]
    public void A_pack_in_an_isolation_bay_is_neither_charged_nor_given_out_until_a_person_clears_it()
    {
        Bay bay = _rig.ForIsolation;
        _rig.Put(bay);
        _rig.Identify(bay);
        Assert.True(bay.Isolated && _rig.Status(bay).Isolated);
        Assert.False(_rig.Permitted(bay));
        Assert.Equal(BayAnswer.RefusedAlarm, _rig.Ask(bay, BayOperation.ReserveToTake));
        Assert.True(bay.ClearIsolation(_rig.NowMs));
        _rig.Pass();
        Assert.True(_rig.Permitted(bay));
        Assert.False(_rig.Status(bay).Isolated);
        Assert.Equal(BayAnswer.Granted, _rig.Ask(bay, BayOperation.ReserveToTake));
        Assert.Equal([EventKind.PackIsolated, EventKind.PackCleared], Isolations());
    }

    [Fact]
    public void A_pack_that_turns_bad_is_isolated_and_stays_so_after_its_alarm_is_over()
    {
        Bay bay = _rig.Normal;
        _rig.Put(bay);
        _rig.Identify(bay);
        Assert.True(_rig.Permitted(bay));
        _rig.Say(bay, Frames.Parse(Hot, _rig.NowMs));
        _rig.Pass();
        Assert.False(bay.ClearIsolation(_rig.NowMs));
        _rig.Identify(bay);
        Assert.True(_rig.Status(bay) is { Isolated: true, Healthy: true });
        Assert.False(_rig.Permitted(bay));
        Assert.Equal(BayAnswer.RefusedAlarm, _rig.Ask(bay, BayOperation.ReserveToTake));
        Assert.True(bay.ClearIsolation(_rig.NowMs));
        Assert.Equal(BayAnswer.Granted, _rig.Ask(bay, BayOperation.ReserveToTake));
    }

    [Fact]
    public void Smoke_isolates_the_pack_and_an_emergency_stop_of_the_charger_does_not()
    {
        Bay bay = _rig.Normal;
        _rig.Put(bay);
        _rig.Identify(bay);
        CanFrame stop = Frames.Parse("101AF456#0000F0F0", _rig.NowMs);
        Cst.EmergencyStop.Write(stop.Data, 1);
        _rig.Say(bay, stop);
        _rig.Pass();
        Assert.Equal(EventWriter.AlarmLevel, bay.Pack.Warnings.Level(PackWarning.EmergencyStop));
        Assert.False(bay.Isolated);
        _rig.Inputs[0].SmokeLoopClosed = false;
        _rig.Pass();
        Assert.True(bay.Isolated);
    }

    [Fact]
    public void A_bad_pack_is_still_isolated_after_a_restart_although_nothing_was_heard_of_it_since()
    {
        _rig.Put(_rig.Normal);
        _rig.Say(_rig.Normal, Frames.Parse(Hot, _rig.NowMs));
        _rig.Pass(4);
        _rig.Restart();
        Assert.True(_rig.Normal.Isolated);
        Assert.False(_rig.Permitted(_rig.Normal));
        _rig.TakeOut(_rig.Normal);
        Assert.False(_rig.Normal.Isolated);
        _rig.Put(_rig.Normal);
        Assert.False(_rig.Normal.Isolated);
    }

    [Fact]
    public void A_memory_that_cannot_be_read_isolates_every_pack_that_is_found()
    {
        _rig.Put(_rig.Normal);
        foreach (List<byte> file in _rig.Store.Files
            .Where(file => file.Key.StartsWith("bays", StringComparison.Ordinal))
            .Select(file => file.Value))
        {
            for (int i = 0; i < file.Count; i += 8)
            {
                file[i] ^= 0x55;
            }
        }

        _rig.Restart();
        Assert.True(_rig.Normal.Isolated);
        Assert.Contains(_rig.Events(), one => one.Kind == EventKind.PackIsolated && one.Bay == 1
            && one.Value == (int)IsolationReason.MemoryLost);
    }

    [Fact]
    public void Settings_refuse_isolation_bays_and_interfaces_of_bays_that_the_node_does_not_own()
    {
        Assert.StartsWith("IsolationBays", Settings(isolation: [3], interfaces: []).Flaw(), StringComparison.Ordinal);
        Assert.StartsWith("Interfaces", Settings([], interfaces: [1, 1, 1]).Flaw(), StringComparison.Ordinal);
        Assert.StartsWith("Interfaces", Settings([], interfaces: [255]).Flaw(), StringComparison.Ordinal);
        Assert.Null(Settings(isolation: [2], interfaces: [1, 0]).Flaw());
        NodeSettings twice = Settings([], []);
        twice.Bays = [1, 1];
        Assert.StartsWith("Bays", twice.Flaw(), StringComparison.Ordinal);
        NodeSettings watched = Settings([], []);
        watched.WatchMs = -1;
        Assert.StartsWith("WatchMs", watched.Flaw(), StringComparison.Ordinal);
    }

    private static NodeSettings Settings(int[] isolation, int[] interfaces) => new()
    {
        City = "c", Station = "s", Node = "b", LinkAddress = 0x90, Bays = [1, 2], IsolationBays = isolation,
        Interfaces = interfaces,
    };

    private EventKind[] Isolations() =>
    [
        .. _rig.Events().Select(one => one.Kind)
            .Where(kind => kind is EventKind.PackIsolated or EventKind.PackCleared),
    ];
}

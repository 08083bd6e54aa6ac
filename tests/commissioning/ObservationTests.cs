using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Commissioning;

/// <summary>What a node lets a technician's tool see, read with what Google.Protobuf makes of the contract.</summary>
public sealed class ObservationTests
{
    private const string Lane = "linfen/station-1/lane-1";

    private readonly LaneRig _rig = new();
    private readonly CommandDesk _desk;

    public ObservationTests()
    {
        _desk = new CommandDesk(_rig.Uplink, _rig.Clock, Lane);
        _rig.Pass(3);
    }

    [Fact]
    public void A_node_that_nobody_attends_refuses_to_be_looked_at()
    {
        Observe();
        Assert.Equal((State.Rejected, Reason.NotAttended), _desk.Last);
        Assert.Null(_desk.Results[^1].Observation);
    }

    [Fact]
    public void A_forged_command_shows_nothing()
    {
        Attend();
        _desk.Send(_desk.Body(Ask), key: [.. Enumerable.Repeat((byte)7, 32)]);
        _rig.Pass(30);
        Assert.Equal((State.Rejected, Reason.NotAuthentic), _desk.Last);
        Assert.All(_desk.Results, result => Assert.Null(result.Observation));
    }

    [Fact]
    public void In_maintenance_it_tells_levels_facts_and_buses()
    {
        Attend();
        _rig.Pass(100);
        Contract.Observation seen = Observe();
        Contract.Levels own = Assert.Single(seen.Levels);
        Assert.Equal(_rig.Node.Lane.Reading.Levels, own.Now);
        Assert.Equal((0u, 0ul, ulong.MaxValue), (own.Bay, own.SeenOn & own.SeenOff, own.SeenOn | own.SeenOff));
        Assert.Equal(Contract.Phase.Maintenance, seen.Phase);
        Assert.Equal((ulong)_rig.Node.Lane.Output.Seen, seen.Facts);
        Assert.Equal(
            [Contract.BusKind.StationLink, Contract.BusKind.SwapPack], seen.Buses.Select(bus => bus.Kind));
        Assert.All(seen.Buses, bus => Assert.True(bus.HasIdentifier && bus.AgeMs < 1_000));
    }

    [Fact]
    public void A_press_between_two_looks_is_seen_and_a_new_command_begins_anew()
    {
        Attend();
        Contract.CommandBody body = _desk.Send(Ask);
        _rig.Pass(30);
        _rig.Inputs.LockOpenPoints = 1;
        _rig.Pass(4);
        _rig.Inputs.LockOpenPoints = 0;
        _rig.Pass(30);
        _desk.Send(body);
        _rig.Pass(3);
        const ulong point = 1UL << (int)LaneSensor.LockOpen;
        Contract.Levels own = _desk.Results[^1].Observation.Levels[0];
        Assert.Equal((0ul, point), (own.Now & point, own.SeenOn & own.SeenOff & point));
        own = Observe().Levels[0];
        Assert.Equal(0ul, own.SeenOn & point);
    }

    [Fact]
    public void The_same_bytes_again_use_up_no_counter_are_in_no_audit_and_are_told_while_something_moves()
    {
        Attend();
        Contract.CommandBody body = _desk.Send(Ask);
        _rig.Pass(30);
        int audits = Audits();
        uint refused = _rig.Node.Uplink.Commands.Refused.Count;
        _rig.Inputs.Hand = Drive.Unlock;
        _rig.Pass(2);
        Assert.True(_rig.Drives.HasFlag(Drive.Unlock));
        int told = _desk.Results.Length;
        _desk.Send(body);
        _rig.Pass(3);
        Assert.Equal(told + 1, _desk.Results.Length);
        Contract.Observation seen = _desk.Results[^1].Observation;
        Assert.Equal(((uint)Drive.Unlock, (uint)Drive.Unlock), (seen.Asked, seen.Given & (uint)Drive.Motion));
        Assert.Equal((audits, refused), (Audits(), _rig.Node.Uplink.Commands.Refused.Count));
        _rig.Inputs.Hand = Drive.None;
        _rig.Pass(30);
        _desk.Send(body);
        _rig.Pass(3);
        seen = _desk.Results[^1].Observation;
        Assert.Equal((0u, (uint)Drive.Unlock), (seen.Asked, seen.AskedSince));
        Assert.Equal((0u, (uint)Drive.Unlock), (seen.Given & (uint)Drive.Motion, seen.GivenSince & (uint)Drive.Motion));
    }

    [Fact]
    public void The_key_turned_off_ends_it_although_the_command_is_known()
    {
        Attend();
        Contract.CommandBody body = _desk.Send(Ask);
        _rig.Pass(30);
        Assert.NotNull(_desk.Results[^1].Observation);
        _rig.Inputs.KeySwitchOn = false;
        _rig.Pass(30);
        _desk.Send(body);
        _rig.Pass(3);
        Assert.Equal(State.Done, _desk.Last.State);
        Assert.Null(_desk.Results[^1].Observation);
    }

    [Fact]
    public void To_look_drives_nothing()
    {
        Attend();
        for (int i = 0; i < 5; i++)
        {
            Observe();
            Assert.Equal(Drive.None, _rig.Drives & Drive.Motion);
            Assert.Equal(Phase.Maintenance, _rig.Phase);
        }
    }

    [Fact]
    public void A_pack_on_the_vehicle_is_told_with_what_is_fresh()
    {
        Attend();
        Contract.PackSeen pack = Assert.Single(Observe().Packs);
        Assert.NotEqual(0u, pack.Valid);
        _rig.BusTalks = false;
        _rig.Pass(400);
        pack = Assert.Single(Observe().Packs);
        Assert.Equal(0u, pack.Valid);
        Assert.NotEqual(0u, pack.Stale);
    }

    [Fact]
    public void A_bay_node_tells_its_bays_while_the_key_is_on_at_one_of_them()
    {
        BayRig rig = new();
        CommandDesk desk = new(rig.Uplink, rig.Clock, $"{rig.Node.Settings.City}/{rig.Node.Settings.Station}/"
            + rig.Node.Settings.Node);
        rig.Pass(3);
        desk.Send(Ask);
        rig.Pass(30);
        Assert.Equal((State.Rejected, Reason.NotAttended), desk.Last);
        rig.Inputs[1].Operator.KeySwitchOn = true;
        desk.Send(Ask);
        rig.Pass(30);
        Contract.Observation seen = desk.Results[^1].Observation;
        Assert.Equal(rig.Node.Settings.Bays.Select(bay => (uint)bay), seen.Levels.Select(levels => levels.Bay));
        Assert.Equal((0ul, 0x40ul), (seen.Levels[0].Now & 0x40, seen.Levels[1].Now & 0x40));
        Assert.Equal(1 + rig.Node.Settings.Bays.Length, seen.Buses.Count);
        Assert.Equal(
            rig.Inputs[0].BayClear ? 0x08ul : 0, seen.Levels[0].Now & 0x08);
    }

    [Fact]
    public void A_cabinet_tells_itself_and_its_doors()
    {
        CabinetRig rig = new();
        NodeSettings settings = rig.Settings;
        CommandDesk desk = new(rig.Uplink, rig.Clock, $"{settings.City}/{settings.Station}/{settings.Node}");
        rig.Pass(5);
        rig.Inputs.KeySwitchOn = rig.Inputs.MaintenanceSelected = true;
        rig.Pass(5);
        rig.Inputs.ConfirmPressed = true;
        rig.Pass(5);
        rig.Inputs.ConfirmPressed = false;
        rig.Pass(5);
        Assert.Equal(Phase.Maintenance, rig.Phase);
        desk.Send(Ask);
        rig.Pass(30);
        Contract.Observation seen = desk.Results[^1].Observation;
        Assert.Equal([0u, .. rig.Settings.Bays.Select(bay => (uint)bay)], seen.Levels.Select(levels => levels.Bay));
        Assert.All(seen.Levels.Skip(1), door => Assert.Equal(1ul, door.Now & 3));
        Assert.Equal(Contract.BusKind.PackLine, Assert.Single(seen.Buses).Kind);
    }

    [Fact]
    public void What_Google_Protobuf_writes_the_tool_reads_and_skips_what_it_does_not_know()
    {
        Contract.Observation told = new()
        {
            Phase = Contract.Phase.Maintenance, Fault = Contract.Fault.AbortPressed, Asked = 1, Given = 0x401,
            AskedSince = 3, GivenSince = 5, Facts = ulong.MaxValue,
        };
        told.Levels.Add(new Contract.Levels { Bay = 0, Now = 1UL << 63, SeenOn = ulong.MaxValue, SeenOff = 4 });
        told.Buses.Add(new Contract.BusHeard { Kind = Contract.BusKind.Charger, Bay = 2, Identifier = 0, AgeMs = 70 });
        told.Buses.Add(new Contract.BusHeard { Kind = Contract.BusKind.SwapPack });
        told.Packs.Add(new Contract.PackSeen { Bay = 2, Serial = 9, Valid = 1, Stale = 2, VoltageMv = 560_000 });
        byte[] bytes = Google.Protobuf.MessageExtensions.ToByteArray(new Contract.Result { Observation = told });
        Sighting seen = Assert.IsType<Sighting>(Sighting.Read([.. bytes, 0x80, 0x7D, 1]));
        Assert.Equal(
            (Phase.Maintenance, Fault.AbortPressed, Drive.Grip, Drive.Grip | Drive.CallPerson),
            (seen.Phase, seen.Fault, seen.Asked, seen.Given));
        Assert.Equal(new LevelsSeen(0, 1UL << 63, ulong.MaxValue, 4), Assert.Single(seen.Levels));
        Assert.Equal(
            [new BusSeen(BusKind.Charger, 2, 0, 70), new BusSeen(BusKind.SwapPack, 0, null, 0)], seen.Buses);
        Assert.Equal(new PackSeen(2, 9, 1, 2, 560_000, 0), Assert.Single(seen.Packs));
        Assert.Null(Sighting.Read(bytes[..^1]));
        Assert.Null(Sighting.Read([]));
    }

    private static void Ask(Contract.CommandBody body) => body.Observe = new();

    private int Audits() => Enumerable.Range(1, (int)_rig.Node.Journal.LastStored)
        .Count(number => JournaledEvents.Read(_rig.Node.Journal, (ulong)number).Kind == EventKind.Audit);

    private Contract.Observation Observe()
    {
        _desk.Send(Ask);
        _rig.Pass(30);
        return _desk.Results[^1].Observation;
    }

    private void Attend()
    {
        _rig.DriveTo(Phase.Unlocking);
        _rig.Inputs.AbortPressed = true;
        _rig.Pass();
        _rig.Inputs.AbortPressed = false;
        _rig.SetLock(open: false);
        _rig.Inputs.MaintenanceSelected = true;
        _rig.Confirm();
        _rig.Inputs.KeySwitchOn = true;
        _rig.Pass(20);
        Assert.Equal(Phase.Maintenance, _rig.Phase);
    }
}

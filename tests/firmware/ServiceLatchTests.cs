using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>Out of service: who sets it, who clears it, and what a power loss does to it.</summary>
public sealed class ServiceLatchTests
{
    /// <summary>Number, two orders behind a byte of who has set it, CRC-32.</summary>
    private const int EntryLength = 8 + 1 + (2 * ServiceOrder.Length) + 4;

    private readonly LaneRig _rig = new();

    [Theory]
    [InlineData(Issuer.Local)]
    [InlineData(Issuer.City)]
    public void A_latch_closes_the_lane_over_a_restart_and_only_its_issuers_kind_opens_it(Issuer issuer)
    {
        Issuer other = issuer == Issuer.City ? Issuer.Local : Issuer.City;
        _rig.Node.TakeOutOfService(issuer, 42, _rig.NowMs);
        _rig.RunTo(Phase.OutOfService);
        _rig.Pass(3);
        _rig.Restart();
        Assert.True(_rig.Node.Latch.IsSetBy(issuer));
        ServiceOrder order = issuer == Issuer.City ? _rig.Node.Latch.City : _rig.Node.Latch.Local;
        Assert.Equal((42ul, 1u), (order.Number, order.Boot));
        Assert.False(_rig.Node.PutIntoService(other, 43, _rig.NowMs));
        _rig.Pass(3);
        Assert.True(_rig.Node.Latch.IsSet);
        Assert.True(_rig.Node.PutIntoService(issuer, 44, _rig.NowMs));
        _rig.Pass(5);
        Assert.False(_rig.Node.Latch.IsSet);
        Assert.Equal(
            [
                (AuditAction.TakenOutOfService, issuer, 42ul), (AuditAction.Refused, other, 43ul),
                (AuditAction.PutIntoService, issuer, 44ul),
            ],
            Audits());
    }

    [Fact]
    public void A_vehicle_is_not_served_while_the_latch_stands_and_is_when_it_is_gone()
    {
        _rig.Node.TakeOutOfService(Issuer.City, 1, 0);
        _rig.RunTo(Phase.OutOfService);
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(100);
        Assert.Equal(Phase.OutOfService, _rig.Phase);
        _rig.Node.PutIntoService(Issuer.City, 2, _rig.NowMs);
        _rig.RunTo(Phase.Identifying);
    }

    [Fact]
    public void A_swap_under_way_is_brought_to_its_end_before_the_lane_closes()
    {
        _rig.DriveTo(Phase.Stowing);
        _rig.Node.TakeOutOfService(Issuer.City, 1, _rig.NowMs);
        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.OutOfService);
    }

    [Fact]
    public void Set_by_both_both_must_clear_it()
    {
        _rig.Node.TakeOutOfService(Issuer.Local, 1, 0);
        _rig.Node.TakeOutOfService(Issuer.City, 2, 0);
        _rig.Pass(3);
        Assert.True(_rig.Node.PutIntoService(Issuer.Local, 3, _rig.NowMs));
        _rig.Pass(3);
        Assert.True(_rig.Node.Latch.IsSet);
        Assert.False(_rig.Node.PutIntoService(Issuer.Local, 4, _rig.NowMs));
        Assert.True(_rig.Node.PutIntoService(Issuer.City, 5, _rig.NowMs));
        _rig.Pass(3);
        Assert.False(_rig.Node.Latch.IsSet);
    }

    [Fact]
    public void What_the_store_refuses_closes_at_once_and_opens_only_when_it_is_stored()
    {
        _rig.Pass(3);
        _rig.Store.Answer = StoreResult.Failed;
        _rig.Node.TakeOutOfService(Issuer.Local, 1, _rig.NowMs);
        Assert.True(_rig.Node.Latch.IsSet);
        _rig.Store.Answer = StoreResult.Ok;
        _rig.Pass(60);
        _rig.Store.Answer = StoreResult.Full;
        _rig.Node.PutIntoService(Issuer.Local, 2, _rig.NowMs);
        _rig.Pass(60);
        Assert.True(_rig.Node.Latch.IsSet);
        _rig.Store.Answer = StoreResult.Ok;
        _rig.Pass(60);
        Assert.False(_rig.Node.Latch.IsSet);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void A_power_cut_at_any_byte_leaves_it_closed_unless_it_was_open_before_or_opening_was_whole(int changes)
    {
        bool sets = changes % 2 == 1;
        for (int cut = 0; cut <= EntryLength; cut++)
        {
            TornStore store = Written(changes, cut);
            ServiceLatch latch = Latch(store);
            Assert.Equal(sets ? cut > 0 : cut < EntryLength, latch.IsSet);
            Assert.Equal(cut > 0 && cut < EntryLength, latch.IsUnreadable);
            if (latch.IsSet)
            {
                Assert.True(latch.Clear(Issuer.Local, 9, 0));
                latch.Keep(0);
                Assert.False(latch.IsSet);
            }

            Assert.False(Latch(store).IsSet);
        }
    }

    [Fact]
    public void A_store_that_has_rotted_closes_is_an_event_and_only_a_person_at_the_station_opens_it()
    {
        _rig.Node.TakeOutOfService(Issuer.Local, 1, 0);
        _rig.Pass(3);
        _rig.Node.PutIntoService(Issuer.Local, 2, _rig.NowMs);
        _rig.Pass(3);
        List<byte> file = _rig.Store.Files["latch-0"];
        file[^10] ^= 0x10;
        _rig.Restart();
        _rig.Pass(3);
        Assert.True(_rig.Node.Latch.IsUnreadable);
        Assert.Contains((AuditAction.LatchUnreadable, Issuer.None, 0ul), Audits());
        Assert.False(_rig.Node.PutIntoService(Issuer.City, 3, _rig.NowMs));
        _rig.Restart();
        _rig.Pass(3);
        Assert.Single(Audits(), audit => audit.Action == AuditAction.LatchUnreadable);
        Assert.True(_rig.Node.PutIntoService(Issuer.Local, 4, _rig.NowMs));
        _rig.Pass(3);
        _rig.Restart();
        Assert.False(_rig.Node.Latch.IsSet);
    }

    /// <summary>Sets and clears in turn; of the last of them only so many bytes are written.</summary>
    private static TornStore Written(int changes, int bytes)
    {
        TornStore store = new();
        ServiceLatch latch = Latch(store);
        for (int i = 1; i <= changes; i++)
        {
            if (i % 2 == 1)
            {
                latch.Set(Issuer.Local, (ulong)i, 0);
            }
            else
            {
                latch.Clear(Issuer.Local, (ulong)i, 0);
            }

            store.BytesLeft = i == changes ? bytes : int.MaxValue;
            latch.Keep(0);
        }

        store.BytesLeft = int.MaxValue;
        return store;
    }

    private static ServiceLatch Latch(TornStore store)
    {
        Journal journal = new(new TornStore(), new KeyedMac(new byte[32]), new JournalSettings());
        journal.Open(new CountingRandom());
        BayPorts ports = new()
        {
            Clock = new FixedClock(), Uplink = new ScriptedUplink(), Mac = new KeyedMac(new byte[32]),
            Random = new CountingRandom(),
        };
        NodeSettings settings = new() { City = "c", Station = "s", Node = "n" };
        ServiceLatch latch = new(store, new EventWriter(journal, ports.Clock, new Uplink(ports, settings, journal)));
        latch.Open(0);
        return latch;
    }

    private (AuditAction Action, Issuer Issuer, ulong Order)[] Audits() =>
    [
        .. SwapEvents.Of(_rig.Node.Journal).Where(record => record.Kind == EventKind.Audit)
            .Select(record => (record.Action, record.Issuer, record.OrderNumber)),
    ];
}

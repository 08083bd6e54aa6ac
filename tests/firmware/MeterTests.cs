using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>Energy meters of bays and doors, in the events of the packs that stand there.</summary>
public sealed class MeterTests
{
    [Fact]
    public void What_the_meter_of_a_bay_says_is_in_the_events_of_its_pack_and_left_out_when_it_is_not_known()
    {
        BayRig rig = new();
        BayInputs inputs = rig.Inputs[0];
        (inputs.MeterKnown, inputs.MeterWh) = (true, 7_000_000_000);
        rig.Put(rig.Normal);
        inputs.MeterWh += 120_000;
        rig.TakeOut(rig.Normal);
        inputs.MeterKnown = false;
        rig.Put(rig.Normal);
        rig.Pass(3);
        Assert.Equal([7_000_000_000, -1], Meters(rig, EventKind.PackArrived));
        Assert.Equal([7_000_120_000], Meters(rig, EventKind.PackLeft));
    }

    [Fact]
    public void A_swap_at_a_cabinet_says_the_meter_of_each_of_its_doors()
    {
        CabinetRig rig = new();
        rig.Doors[0].MeterWh = 0;
        rig.Doors[1].MeterWh = 2_222;
        rig.Settle();
        rig.Come();
        rig.DriveTo(Phase.Releasing);
        rig.Pass(4);
        Assert.Equal(0, Assert.Single(rig.Events(EventKind.BatteryIn)).MeterWh);
        Assert.Equal(2_222, Assert.Single(rig.Events(EventKind.BatteryOut)).MeterWh);
        Assert.Equal([2_222L, -1, -1, 0], rig.Events(EventKind.PackArrived).Select(arrived => arrived.MeterWh));
    }

    private static List<long> Meters(BayRig rig, EventKind kind)
    {
        List<long> meters = [];
        byte[] payload = new byte[Journal.RecordRoom];
        EventRecord record = new();
        for (ulong sequence = 1; sequence <= rig.Journal.LastStored; sequence++)
        {
            int length = rig.Journal.Read(sequence, payload);
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
            if (record.Kind == kind)
            {
                meters.Add(record.MeterWh);
            }
        }

        return meters;
    }
}

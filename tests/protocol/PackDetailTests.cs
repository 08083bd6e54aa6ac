using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class PackDetailTests
{
    private readonly SwapPackBus _bus = new();
    private readonly PackDetail _detail = new();

    [Fact]
    public void Each_probe_keeps_the_time_of_its_own_frame()
    {
        Accept("18C2D0F3#01044B4C4D4E4F50", 1_000);
        Accept("18C2D0F3#0204515253545556", 1_200);
        Accept("18C2D0F3#0105333333333333", 1_400);
        Accept("18C2D0F3#01044C4D4E4F5051", 1_600);
        ProbeStore probes = _detail.Temperatures;
        Assert.Equal(18, probes.Count);
        int first = probes.Find(4, 1);
        Assert.Equal((26, 1_600L), (probes.Value(first), probes.TimeMs(first)));
        int eighth = probes.Find(4, 8);
        Assert.Equal((32, 1_200L), (probes.Value(eighth), probes.TimeMs(eighth)));
        Assert.Equal((4, 8), (probes.Group(eighth), probes.Number(eighth)));
        Assert.Equal(1, probes.Value(probes.Find(5, 1)));
        Assert.Equal(-1, probes.Find(5, 7));
        Assert.Equal(-1, probes.Find(6, 1));
        Assert.Equal(-1, probes.Find(4, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Cells_are_numbered_from_1_whether_the_index_starts_at_0_or_1(int firstIndex)
    {
        Accept($"18C1D0F3#{firstIndex + 1:X2}07E70CE80CE90C", 0);
        Accept($"18C1D0F3#{firstIndex:X2}07E40CE50CE60C", 100);
        ProbeStore cells = _detail.Cells1;
        for (int number = 1; number <= 6; number++)
        {
            int cell = cells.Find(7, number);
            Assert.Equal(3_299 + number, cells.Value(cell));
            Assert.Equal(number, cells.Number(cell));
        }

        Assert.Equal(0, _detail.Cells2.Count);
    }

    [Fact]
    public void Probe_has_a_quality_and_is_stale_after_three_sweeps()
    {
        Accept("18C3D0F3#0101FFFFFEFFE40C", 0);
        Accept("18C3D0F3#0201E40CE40CE40C", 100);
        ProbeStore cells = _detail.Cells2;
        Assert.Equal(200, cells.SweepMs);
        Assert.Equal(Quality.NotAvailable, cells.QualityOf(0, 100));
        Assert.Equal(Quality.Abnormal, cells.QualityOf(1, 100));
        Assert.Equal(Quality.Valid, cells.QualityOf(2, 600));
        Assert.Equal(Quality.Stale, cells.QualityOf(2, 601));
        Assert.Equal(Quality.Valid, cells.QualityOf(3, 601));
    }

    [Fact]
    public void Store_that_is_full_refuses_new_boards_and_goes_on_with_the_old()
    {
        for (int board = 0; board < 128; board++)
        {
            Assert.Equal(DecodeResult.Ok, Accept($"18C1D0F3#01{board:X2}E40CE40CE40C"));
        }

        Assert.Equal(DecodeResult.NoRoom, Accept("18C1D0F3#0180E40CE40CE40C"));
        Assert.Equal(DecodeResult.Ok, Accept("18C1D0F3#0105E50CE40CE40C", 100));
        Assert.Equal(3_301, _detail.Cells1.Value(_detail.Cells1.Find(5, 1)));
    }

    [Fact]
    public void Pack_wise_cells_and_probes_have_stores_of_their_own()
    {
        Accept("18C4D0F3#0102E40CE50CE60C");
        Accept("18C5D0F3#0202184B4C4D4E4F");
        Assert.Equal(3_302, _detail.PackUnits.Value(_detail.PackUnits.Find(2, 3)));
        Assert.Equal(29, _detail.PackProbes.Value(_detail.PackProbes.Find(2, 10)));
    }

    [Fact]
    public void Versions_and_water_are_kept_for_each_selector()
    {
        Accept("1888D0F3#0132363130313541");
        Accept("1888D0F3#0232373130313541");
        Accept("188CD0F3#01EEE22CEFF22CFF");
        Accept("188CD0F3#02FFFFFFFFFFFFFF");
        MessageSlot product = _detail.Versions.Slot(PackSt8.Product);
        Assert.Equal("26101"u8.ToArray(), product.Data[1..6]);
        Assert.Equal((byte)'7', _detail.Versions.Slot(PackSt8.Software).Data[2]);
        Assert.Equal(0u, _detail.Versions.Slot(PackSt8.Communication).Received);
        Assert.Equal(250, PackSt12.Outlet1TenthC.Read(_detail.Water.Slot(1).Data));
        Assert.Equal(Quality.NotAvailable, _detail.Water.Slot(2).QualityOf(PackSt12.Outlet1TenthC, 0, 0));
        Assert.Equal(DecodeResult.Ok, Accept("1888D0F3#0532363130313541"));
        Assert.Equal(5, PackSt8.Kind.Read(_bus.Slot(SwapPackMessage.St8).Data));
        Assert.Equal(1u, _detail.Versions.Slot(PackSt8.Product).Received);
    }

    [Fact]
    public void Reset_forgets_every_probe_and_version()
    {
        Accept("18C1D0F3#0005E40CE50CE60C");
        Accept("1888D0F3#0132363130313541");
        _detail.Reset();
        Assert.Equal(0, _detail.Cells1.Count);
        Assert.Equal(-1, _detail.Cells1.Find(5, 1));
        Assert.Equal(0u, _detail.Versions.Slot(1).Received);
    }

    private DecodeResult Accept(string text, long timeMs = 0)
    {
        CanFrame frame = Frames.Parse(text, timeMs);
        DecodeResult result = _bus.Accept(frame);
        return result != DecodeResult.Ok ? result : _detail.Accept(_bus.Completed, frame.Data, timeMs);
    }
}

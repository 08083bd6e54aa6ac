using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

/// <summary>BMV, BMT and BSP: as many entries as the message is long.</summary>
public class ChargeListTests
{
    private readonly ChargeBus _bus = new();

    [Fact]
    public void BMV_is_read_cell_by_cell_with_its_group()
    {
        Assert.Equal(DecodeResult.Ok, Accept(Bmv.Pgn, "8C018B118A21FF2FFFFF"));
        MessageSlot slot = _bus.Slot(ChargeMessage.Bmv);
        Assert.Equal(5, Bmv.Count(slot));
        Assert.Equal((3_960, 0), (Bmv.CellMv(slot.Data, 0), Bmv.Group(slot.Data, 0)));
        Assert.Equal((3_950, 1), (Bmv.CellMv(slot.Data, 1), Bmv.Group(slot.Data, 1)));
        Assert.Equal((3_940, 2), (Bmv.CellMv(slot.Data, 2), Bmv.Group(slot.Data, 2)));
        Assert.True(Bmv.IsAvailable(slot.Data, 2));
        Assert.False(Bmv.IsAvailable(slot.Data, 3));
        Assert.False(Bmv.IsAvailable(slot.Data, 4));
    }

    [Fact]
    public void BMV_of_half_a_cell_is_malformed_and_the_last_good_one_stays()
    {
        Accept(Bmv.Pgn, "8C018B118A21FF2FFFFF");
        Assert.Equal(DecodeResult.Malformed, Accept(Bmv.Pgn, "8C018B118A21FF2FFF"));
        Assert.Equal(5, Bmv.Count(_bus.Slot(ChargeMessage.Bmv)));
    }

    [Fact]
    public void BMT_and_BSP_are_read_entry_by_entry()
    {
        Accept(Bmt.Pgn, "4B00FF32FE4B4B4B4B");
        MessageSlot probes = _bus.Slot(ChargeMessage.Bmt);
        Assert.Equal(9, Bmt.Count(probes));
        Assert.Equal(25, Bmt.TemperatureC(probes.Data, 0));
        Assert.Equal(-50, Bmt.TemperatureC(probes.Data, 1));
        Assert.Equal(0, Bmt.TemperatureC(probes.Data, 3));
        Assert.True(Bmt.IsAvailable(probes.Data, 1));
        Assert.False(Bmt.IsAvailable(probes.Data, 2));
        Accept(Bsp.Pgn, "010203040506070809");
        Assert.Equal(9, Bsp.Count(_bus.Slot(ChargeMessage.Bsp)));
    }

    [Theory]
    [InlineData(Bmv.Pgn, 512, DecodeResult.Ok)]
    [InlineData(Bmv.Pgn, 514, DecodeResult.Long)]
    [InlineData(Bmt.Pgn, 128, DecodeResult.Ok)]
    [InlineData(Bmt.Pgn, 129, DecodeResult.Long)]
    [InlineData(Bsp.Pgn, 64, DecodeResult.Ok)]
    [InlineData(Bsp.Pgn, 65, DecodeResult.Long)]
    public void List_is_as_long_as_there_is_room(int pgn, int length, DecodeResult result)
    {
        Assert.Equal(result, Accept(pgn, Convert.ToHexString(new byte[length])));
    }

    [Fact]
    public void Short_list_in_a_single_frame_is_taken_too()
    {
        Assert.Equal(DecodeResult.Ok, _bus.Accept(Frames.Parse("1C1556F4#8C018B01")));
        Assert.Equal(2, Bmv.Count(_bus.Slot(ChargeMessage.Bmv)));
    }

    [Fact]
    public void Every_list_of_cells_is_read_as_it_was_sent()
    {
        Gen<int[]> cells = Gen.Choose(0, 0xFFFF).ArrayOf().Where(list => list.Length is > 4 and <= 256);
        Prop.ForAll(Arb.From(cells), sent =>
        {
            byte[] payload = [.. sent.SelectMany(raw => BitConverter.GetBytes((ushort)raw))];
            DecodeResult result = Accept(Bmv.Pgn, Convert.ToHexString(payload));
            MessageSlot slot = _bus.Slot(ChargeMessage.Bmv);
            return result == DecodeResult.Ok && Bmv.Count(slot) == sent.Length
                && Enumerable.Range(0, sent.Length).All(cell => Bmv.CellMv(slot.Data, cell) == (sent[cell] & 0xFFF) * 10
                    && Bmv.Group(slot.Data, cell) == sent[cell] >> 12);
        }).QuickCheckThrowOnFailure();
    }

    private DecodeResult Accept(int pgn, string hex)
    {
        DecodeResult result = DecodeResult.None;
        foreach (CanFrame frame in Frames.Transported(pgn, Convert.FromHexString(hex)))
        {
            result = _bus.Accept(frame);
        }

        return result;
    }
}

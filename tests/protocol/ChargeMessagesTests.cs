using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class ChargeMessagesTests
{
    [Fact]
    public void Rows_stand_in_the_order_of_the_enum_and_no_sender_has_a_PGN_twice()
    {
        for (int i = 0; i < ChargeMessages.Rows.Length; i++)
        {
            Assert.Equal((ChargeMessage)i, ChargeMessages.Rows[i].Message);
        }

        Assert.Equal(Enum.GetValues<ChargeMessage>().Length, ChargeMessages.Rows.Length);
        var kinds = ChargeMessages.Rows.Select(row => (row.Pgn, row.FromCharger)).Distinct();
        Assert.Equal(ChargeMessages.Rows.Length, kinds.Count());
    }

    [Theory]
    [InlineData(ChargeMessage.Chm, 0x1826F456u, 250)]
    [InlineData(ChargeMessage.Bhm, 0x182756F4u, 250)]
    [InlineData(ChargeMessage.Crm, 0x1801F456u, 250)]
    [InlineData(ChargeMessage.Brm, 0x1CEC56F4u, 250)]
    [InlineData(ChargeMessage.Bcp, 0x1CEC56F4u, 500)]
    [InlineData(ChargeMessage.Cts, 0x1807F456u, 500)]
    [InlineData(ChargeMessage.Cml, 0x1808F456u, 250)]
    [InlineData(ChargeMessage.Bro, 0x100956F4u, 250)]
    [InlineData(ChargeMessage.Cro, 0x100AF456u, 250)]
    [InlineData(ChargeMessage.Bcl, 0x181056F4u, 50)]
    [InlineData(ChargeMessage.Bcs, 0x1CEC56F4u, 250)]
    [InlineData(ChargeMessage.Ccs, 0x1812F456u, 50)]
    [InlineData(ChargeMessage.Bsm, 0x181356F4u, 250)]
    [InlineData(ChargeMessage.Bst, 0x101956F4u, 10)]
    [InlineData(ChargeMessage.Cst, 0x101AF456u, 10)]
    [InlineData(ChargeMessage.Bsd, 0x181C56F4u, 250)]
    [InlineData(ChargeMessage.Csd, 0x181DF456u, 250)]
    [InlineData(ChargeMessage.Bem, 0x081E56F4u, 250)]
    [InlineData(ChargeMessage.Cem, 0x081FF456u, 250)]
    [InlineData(ChargeMessage.Cfc, 0x1830F456u, 0)]
    [InlineData(ChargeMessage.Bfc, 0x183156F4u, 0)]
    [InlineData(ChargeMessage.ChangeGunsRequest, 0x1857F456u, 0)]
    [InlineData(ChargeMessage.ChangeGunsState, 0x185856F4u, 0)]
    [InlineData(ChargeMessage.GunsCurrent, 0x1859F456u, 0)]
    [InlineData(ChargeMessage.PackInsulationRequest, 0x1855F456u, 0)]
    [InlineData(ChargeMessage.PackInsulationState, 0x185656F4u, 0)]
    [InlineData(ChargeMessage.SpecialRequest, 0x1861F456u, 0)]
    [InlineData(ChargeMessage.SpecialState, 0x186256F4u, 0)]
    [InlineData(ChargeMessage.Cdc, 0x1828F456u, 0)]
    [InlineData(ChargeMessage.Bdc, 0x1C2956F4u, 0)]
    [InlineData(ChargeMessage.Bcpp, 0x183056F4u, 0)]
    [InlineData(ChargeMessage.Cmlp, 0x1831F456u, 0)]
    [InlineData(ChargeMessage.Ccd, 0x1832F456u, 0)]
    [InlineData(ChargeMessage.Csdp, 0x1833F456u, 0)]
    [InlineData(ChargeMessage.Bcsp, 0x1C3456F4u, 0)]
    public void Identifier_and_period_are_those_of_the_standard(ChargeMessage message, uint id, int periodMs)
    {
        Assert.Equal(id, ChargeMessages.Row(message).Id);
        Assert.Equal(periodMs, ChargeMessages.Row(message).PeriodMs);
    }

    [Fact]
    public void Every_signal_lies_in_its_message_and_no_two_share_a_bit()
    {
        foreach (ChargeRow row in ChargeMessages.Rows)
        {
            Type? type = typeof(ChargeRow).Assembly.GetType("SwapEdge.Protocol." + row.Message);
            byte[] used = new byte[row.MaxLength];
            foreach (long signal in Signals(type))
            {
                Assert.True(signal.Fits(row.MaxLength), $"{row.Name} bit {signal.StartOf()}");
                byte[] ones = new byte[row.MaxLength];
                signal.WriteRaw(ones, uint.MaxValue);
                for (int i = 0; i < ones.Length; i++)
                {
                    Assert.True((used[i] & ones[i]) == 0, $"{row.Name} bit {signal.StartOf()} is used twice");
                    used[i] |= ones[i];
                }
            }
        }
    }

    [Fact]
    public void What_a_charger_or_BMS_builds_is_what_was_measured()
    {
        byte[] payload = new byte[8];
        var frame = new CanFrame();

        ChargeFrame.Blank(payload);
        Assert.True(Bhm.MaxVoltageMv.Write(payload, 603_000));
        Assert.True(ChargeFrame.Build(ChargeMessage.Bhm, payload, Bhm.Length, frame));
        Assert.Equal("182756F4#8E17", Frames.Text(frame));

        ChargeFrame.Blank(payload);
        Assert.True(Ccs.VoltageMv.Write(payload, 4_200) && Ccs.CurrentMa.Write(payload, 0));
        Assert.True(Ccs.Minutes.Write(payload, 0) && Ccs.Permission.Write(payload, Ccs.Allowed));
        Assert.True(ChargeFrame.Build(ChargeMessage.Ccs, payload, Ccs.MaxLength, frame));
        Assert.Equal("1812F456#2A00A00F0000FDFF", Frames.Text(frame));

        ChargeFrame.Blank(payload);
        Assert.True(Bcl.VoltageMv.Write(payload, 597_000) && Bcl.CurrentMa.Write(payload, -3_000));
        Assert.True(Bcl.Regulation.Write(payload, Bcl.ConstantCurrent));
        Assert.True(ChargeFrame.Build(ChargeMessage.Bcl, payload, Bcl.Length, frame));
        Assert.Equal("181056F4#5217820F02", Frames.Text(frame));

        ChargeFrame.Blank(payload);
        Assert.True(Cts.Write(payload, Cts.Year, 2015) && Cts.Write(payload, Cts.Month, 5));
        Assert.True(Cts.Write(payload, Cts.Day, 16) && Cts.Write(payload, Cts.Hour, 8));
        Assert.True(Cts.Write(payload, Cts.Minute, 24) && Cts.Write(payload, Cts.Second, 36));
        Assert.True(ChargeFrame.Build(ChargeMessage.Cts, payload, Cts.Length, frame));
        Assert.Equal("1807F456#36240816051520", Frames.Text(frame));

        ChargeFrame.Blank(payload);
        Assert.True(Crm.Recognised.Write(payload, Crm.Yes));
        Crm.ChargerNumber.WriteRaw(payload, 0xFFFFFF01);
        Assert.True(ChargeFrame.Build(ChargeMessage.Crm, payload, Crm.Length, frame));
        Assert.Equal("1801F456#AA01FFFFFFFFFFFF", Frames.Text(frame));
    }

    [Fact]
    public void Message_that_goes_over_transport_or_has_no_such_length_is_not_built()
    {
        var frame = new CanFrame();
        Assert.False(ChargeFrame.Build(ChargeMessage.Brm, new byte[49], 49, frame));
        Assert.False(ChargeFrame.Build(ChargeMessage.Bhm, new byte[8], 3, frame));
        Assert.False(ChargeFrame.Build(ChargeMessage.None, new byte[8], 0, frame));
    }

    [Fact]
    public void Number_of_too_many_digits_is_no_BCD_and_nothing_is_written()
    {
        byte[] payload = new byte[7];
        Assert.False(Cts.Write(payload, Cts.Month, 100));
        Assert.False(Cts.Write(payload, Cts.Month, -1));
        Assert.Equal(new byte[7], payload);
    }

    [Fact]
    public void Frame_that_is_built_is_extended_and_full_of_ones_behind_its_message()
    {
        var frame = new CanFrame { Extended = false };
        Assert.True(ChargeFrame.Build(ChargeMessage.Bhm, new byte[8], 2, frame));
        Assert.True(frame.Extended);
        Assert.Equal("0000FFFFFFFFFFFF", Convert.ToHexString(frame.Data));
    }

    [Fact]
    public void Messages_with_a_layout_go_over_transport_when_they_can_be_longer_than_a_frame()
    {
        foreach (ChargeRow row in ChargeMessages.Rows.Where(row => row.Message < ChargeMessage.Dm1))
        {
            Assert.Equal((row.Name, row.MaxLength > 8), (row.Name, row.ViaTransport));
        }
    }

    [Theory]
    [InlineData("00000001010020", true)] // least
    [InlineData("59592331129921", true)] // greatest
    [InlineData("09091909091920", true)] // nines
    [InlineData("60000001010020", false)]
    [InlineData("00600001010020", false)]
    [InlineData("00002401010020", false)]
    [InlineData("00000000010020", false)]
    [InlineData("00000032010020", false)]
    [InlineData("00000001000020", false)]
    [InlineData("00000001130020", false)]
    [InlineData("00000001019919", false)]
    [InlineData("00000001010022", false)]
    [InlineData("0A000001010020", false)]
    public void Time_of_the_charger_counts_only_when_every_field_is_of_a_calendar(string bytes, bool set)
    {
        Assert.Equal(set, Cts.IsSet(Convert.FromHexString(bytes)));
    }

    [Fact]
    public void Digits_of_BCD_are_written_and_read_one_by_one()
    {
        byte[] payload = new byte[7];
        Assert.True(Cts.Write(payload, Cts.Year, 2190) && Cts.Write(payload, Cts.Second, 59));
        Assert.Equal("59000000009021", Convert.ToHexString(payload));
        Assert.Equal((2190, 59), (Cts.Read(payload, Cts.Year), Cts.Read(payload, Cts.Second)));
        Assert.True(Cts.Write(payload, Cts.Second, 0));
        Assert.Equal(0, Cts.Read(payload, Cts.Second));
    }

    [Fact]
    public void Every_signal_of_the_standard_survives_encode_and_decode()
    {
        long[] all = [.. ChargeMessages.Rows.SelectMany(row =>
            Signals(typeof(ChargeRow).Assembly.GetType("SwapEdge.Protocol." + row.Message)))
            .Where(signal => signal.LengthOf() < 32)];
        Prop.ForAll(Arb.From(Gen.Elements(all)), ArbMap.Default.ArbFor<uint>(), (signal, raw) =>
        {
            byte[] first = new byte[49];
            byte[] second = new byte[49];
            signal.WriteRaw(first, raw);
            return signal.Write(second, signal.Read(first)) && first.AsSpan().SequenceEqual(second);
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<long> Signals(Type? type) =>
        type == null ? [] : type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(long)).Select(field => (long)field.GetValue(null)!);
}

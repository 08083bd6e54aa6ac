using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Protocol;
using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Tests.Protocol;

public class SignalTests
{
    [Fact]
    public void Intel_field_starts_at_its_least_significant_bit_and_grows_upwards()
    {
        const long signal = 4 + (12 * Bits);
        Assert.Equal(0xCBAu, signal.Raw([0xA5, 0xCB]));
    }

    [Fact]
    public void Motorola_field_starts_at_its_most_significant_bit_and_goes_on_in_the_next_byte()
    {
        // 18FF45F4: voltage at 15, 16 bits, Motorola: byte 1 is the high byte.
        const long signal = 15 + (16 * Bits) + Motorola;
        Assert.Equal(0x1234, signal.Read([0xFF, 0x12, 0x34, 0xFF]));

        const long inner = 61 + (6 * Bits) + Motorola;
        Assert.Equal(0x2Au, inner.Raw([0, 0, 0, 0, 0, 0, 0, 0xEA]));
    }

    [Fact]
    public void Motorola_field_across_three_bytes_reads_as_a_DBC_tool_reads_it()
    {
        // start 2, 12 bits: bits 2..0 of byte 0, all of byte 1, bit 7 of byte 2
        const long signal = 2 + (12 * Bits) + Motorola;
        Assert.Equal(0b101_1100_0011_1u, signal.Raw([0b1111_1101, 0b1100_0011, 0b1000_0000]));
    }

    [Fact]
    public void Current_of_the_standard_is_negative_while_charging()
    {
        Assert.Equal(-18_000, Bcl.CurrentMa.Read([0, 0, 0xEC, 0x0E, 0]));
        Assert.Equal(0, Bcl.CurrentMa.Read([0, 0, 0xA0, 0x0F, 0]));
    }

    [Fact]
    public void Signed_field_keeps_its_sign()
    {
        const long signal = 4 + (12 * Bits) + Signed + (10 * Factor);
        Assert.Equal(-10, signal.Read([0xF0, 0xFF]));
        Assert.Equal(-20_480, signal.Read([0x00, 0x80]));
        Assert.Equal(20_470, signal.Read([0xF0, 0x7F]));
    }

    [Theory]
    [InlineData(-20_490, null)]
    [InlineData(-20_480, "0080")]
    [InlineData(20_470, "F07F")]
    [InlineData(20_480, null)]
    public void Signed_field_takes_its_least_and_its_greatest_value_and_refuses_the_next(int value, string? bytes)
    {
        const long signal = 4 + (12 * Bits) + Signed + (10 * Factor);
        byte[] data = new byte[2];
        Assert.Equal(bytes is not null, signal.Write(data, value));
        Assert.Equal(bytes ?? "0000", Convert.ToHexString(data));
    }

    [Fact]
    public void Field_of_ones_is_not_available_and_a_single_bit_always_is()
    {
        const long word = 8 + (16 * Bits);
        Assert.False(word.IsAvailable([0, 0xFF, 0xFF]));
        Assert.True(word.IsAvailable([0, 0xFE, 0xFF]));
        Assert.True(Bits.IsAvailable([0xFF]));
    }

    [Theory]
    [InlineData(0, 8, 0, 1)]
    [InlineData(4, 12, 0, 2)]
    [InlineData(5, 12, 0, 3)]
    [InlineData(4, 32, 0, 5)]
    [InlineData(7, 16, Motorola, 2)]
    [InlineData(2, 12, Motorola, 3)]
    [InlineData(0, 32, Motorola, 5)]
    public void Field_fits_a_payload_from_its_last_byte_on(int start, int length, long order, int bytes)
    {
        long signal = start + (length * Bits) + order;
        Assert.True(signal.Fits(bytes));
        Assert.False(signal.Fits(bytes - 1));
    }

    [Theory]
    [InlineData(-51, false)]
    [InlineData(0, true)]
    [InlineData(6_553_500, true)]
    [InlineData(6_553_551, false)]
    public void Value_out_of_range_is_refused_and_nothing_is_written(int value, bool written)
    {
        byte[] data = [0x5A, 0x5A];
        Assert.Equal(written, Bhm.MaxVoltageMv.Write(data, value));
        if (!written)
        {
            Assert.Equal([0x5A, 0x5A], data);
        }
    }

    [Theory]
    [InlineData(603_049, 0x178E)]
    [InlineData(603_050, 0x178F)]
    public void Value_between_two_steps_is_rounded_to_the_nearer(int millivolts, int raw)
    {
        byte[] data = new byte[2];
        Assert.True(Bhm.MaxVoltageMv.Write(data, millivolts));
        Assert.Equal((uint)raw, Bhm.MaxVoltageMv.Raw(data));
    }

    [Fact]
    public void Whatever_is_written_is_read_again_and_the_bits_around_it_are_left_alone()
    {
        Prop.ForAll(AnySignal(), ArbMap.Default.ArbFor<uint>(), (signal, value) =>
        {
            uint raw = signal.LengthOf() == 32 ? value : value & ((1u << signal.LengthOf()) - 1);
            byte[] ones = [255, 255, 255, 255, 255, 255, 255, 255];
            byte[] zeros = new byte[8];
            signal.WriteRaw(ones, raw);
            signal.WriteRaw(zeros, raw);
            int differing = 0;
            for (int bit = 0; bit < 64; bit++)
            {
                differing += ((ones[bit / 8] ^ zeros[bit / 8]) >> (bit % 8)) & 1;
            }

            return signal.Raw(ones) == raw && signal.Raw(zeros) == raw && differing == 64 - signal.LengthOf();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_value_a_field_can_hold_survives_write_and_read()
    {
        Prop.ForAll(AnySignal(), ArbMap.Default.ArbFor<uint>(), (signal, value) =>
        {
            byte[] data = new byte[8];
            signal.WriteRaw(data, value);
            int read = signal.Read(data);
            byte[] again = new byte[8];
            return signal.Write(again, read) && signal.Read(again) == read;
        }).QuickCheckThrowOnFailure();
    }

    private static Arbitrary<long> AnySignal() => Arb.From(
        from order in Gen.Elements(0, Motorola)
        from length in Gen.Choose(1, 24)
        from start in Gen.Choose(0, 63)
        from signed in Gen.Elements(false, true)
        from factor in Gen.Elements(1, 4, 10, 100)
        from offset in Gen.Elements(0, -50, -400_000, 1985)
        let signal = start + (length * Bits) + order + (signed && length > 1 ? Signed : 0)
            + (factor * Factor) + (offset * Offset)
        where signal.Fits(8)
        select signal);
}

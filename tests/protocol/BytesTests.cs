using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class BytesTests
{
    [Fact]
    public void Numbers_lie_with_their_low_byte_first_and_touch_no_other_byte()
    {
        byte[] data = [.. Enumerable.Repeat((byte)0xEE, 18)];
        Bytes.WriteUInt16(data, 1, 0x0102);
        Bytes.WriteUInt32(data, 4, 0x03040506);
        Bytes.WriteUInt64(data, 9, 0x0708090A0B0C0D0E);
        Assert.Equal("EE0201EE06050403EE0E0D0C0B0A090807EE", Convert.ToHexString(data));
        Assert.Equal(0x0102, Bytes.ReadUInt16(data, 1));
        Assert.Equal(0x03040506u, Bytes.ReadUInt32(data, 4));
        Assert.Equal(0x0708090A0B0C0D0Eul, Bytes.ReadUInt64(data, 9));
    }

    [Fact]
    public void Greatest_numbers_come_back()
    {
        byte[] data = new byte[8];
        Bytes.WriteUInt64(data, 0, ulong.MaxValue);
        Assert.Equal(ulong.MaxValue, Bytes.ReadUInt64(data, 0));
        Assert.Equal(uint.MaxValue, Bytes.ReadUInt32(data, 4));
        Assert.Equal(0xFFFF, Bytes.ReadUInt16(data, 6));
    }
}

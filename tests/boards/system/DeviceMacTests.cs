using SwapEdge.Boards;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Boards;

/// <summary>The device's MAC against the test vectors of RFC 4231, section 4.</summary>
public sealed class DeviceMacTests
{
    public static TheoryData<byte[], byte[], string> Vectors => new()
    {
        { Repeat(0x0b, 20), Text("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7" },
        {
            Text("Jefe"), Text("what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        },
        { Repeat(0xaa, 20), Repeat(0xdd, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe" },
        {
            [.. Enumerable.Range(1, 25).Select(i => (byte)i)], Repeat(0xcd, 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        },
        {
            Repeat(0xaa, 131), Text("Test Using Larger Than Block-Size Key - Hash Key First"),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        },
        {
            Repeat(0xaa, 131),
            Text("This is a test using a larger than block-size key and a larger than block-size data. "
                + "The key needs to be hashed before being used by the HMAC algorithm."),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void It_gives_the_values_of_the_standard_wherever_the_data_lies(byte[] key, byte[] data, string expected)
    {
        byte[] into = new byte[32];
        byte[] around = [1, 2, 3, .. data, 4];

        new DeviceMac(key).Compute(around, 3, data.Length, into);

        Assert.Equal(expected, Convert.ToHexStringLower(into));
    }

    [Fact]
    public void A_derived_key_is_the_one_that_the_city_derives()
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        byte[] data = Text("a body");
        byte[] ours = new byte[32];
        byte[] citys = new byte[32];

        new DeviceMac(key).ComputeDerived([1, 2, 3, 4, 5, 6, 7, 8], data, 2, 3, ours);
        new HmacMac(key).ComputeDerived([1, 2, 3, 4, 5, 6, 7, 8], data, 2, 3, citys);

        Assert.Equal(citys, ours);
        new DeviceMac(key).Compute(data, 2, 3, citys);
        Assert.NotEqual(citys, ours);
    }

    [Fact]
    public void The_key_is_read_from_its_file_and_one_of_another_length_is_none()
    {
        TornStore store = new();
        Assert.Null(DeviceMac.Open(store, "mac.key"));
        store.Append("mac.key", Repeat(0x0b, 32), 0, 31);
        Assert.Null(DeviceMac.Open(store, "mac.key"));
        store.Append("mac.key", [0x0b], 0, 1);
        byte[] into = new byte[32];
        byte[] expected = new byte[32];
        DeviceMac.Open(store, "mac.key")!.Compute([1], 0, 1, into);
        new HmacMac(Repeat(0x0b, 32)).Compute([1], 0, 1, expected);
        Assert.Equal(expected, into);
    }

    [Fact]
    public void Random_bytes_differ()
    {
        byte[] one = new byte[16];
        byte[] other = new byte[16];
        HardwareRandom random = new();
        random.Fill(one);
        random.Fill(other);
        Assert.NotEqual(one, other);
    }

    private static byte[] Repeat(byte value, int count) => [.. Enumerable.Repeat(value, count)];

    private static byte[] Text(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
